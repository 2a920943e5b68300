/**
 * What it means to run a function locally: the function, the invocation, its result, environment variables, limits and expectations.
 * How it is run is the business of a {@link io.github.sammaven.core.local.invoke.FunctionRunner}.
 */
@NullMarked
package io.github.sammaven.core.local.invoke;

import org.jspecify.annotations.NullMarked;
