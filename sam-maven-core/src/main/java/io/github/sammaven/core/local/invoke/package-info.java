/**
 * What it means to run a function on this machine: the request, the answer, the environment variables and the limits.
 * How the function's process or container is made is the business of the runners above.
 */
@NullMarked
package io.github.sammaven.core.local.invoke;

import org.jspecify.annotations.NullMarked;
