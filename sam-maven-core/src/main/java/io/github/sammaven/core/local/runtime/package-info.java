/**
 * The Lambda Runtime API over HTTP: what a runtime in a child process or container talks to.
 * One server serves one execution environment.
 */
@NullMarked
package io.github.sammaven.core.local.runtime;

import org.jspecify.annotations.NullMarked;
