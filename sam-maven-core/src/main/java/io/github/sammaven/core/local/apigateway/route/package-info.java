/**
 * Finds the route of a request among those of its API.
 * Knows nothing of what happens to the request then.
 */
@NullMarked
package io.github.sammaven.core.local.apigateway.route;

import org.jspecify.annotations.NullMarked;
