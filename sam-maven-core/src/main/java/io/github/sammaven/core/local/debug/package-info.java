/**
 * Which functions are opened to a debugger, and on which ports.
 * How a function of each language is made to wait for one is the runners' business.
 */
@NullMarked
package io.github.sammaven.core.local.debug;

import org.jspecify.annotations.NullMarked;
