/**
 * Decides who may call a route of a local API: the door to the kinds of authorizers, which have a package each below,
 * and to the API keys behind them. What cannot be decided stays closed.
 */
@NullMarked
package io.github.sammaven.core.local.apigateway.authorize;

import org.jspecify.annotations.NullMarked;
