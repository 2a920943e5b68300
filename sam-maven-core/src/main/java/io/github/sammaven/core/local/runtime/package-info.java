/**
 * The Lambda Runtime API, version 2018-06-01, as a function's process sees it.
 * One server speaks for one execution environment, on a port of its own on the loopback interface.
 */
@NullMarked
package io.github.sammaven.core.local.runtime;

import org.jspecify.annotations.NullMarked;
