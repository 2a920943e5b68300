/**
 * The values of a request that identity sources name.
 * All kinds of authorizers stand on it.
 */
@NullMarked
package io.github.sammaven.core.local.apigateway.authorize.identity;

import org.jspecify.annotations.NullMarked;
