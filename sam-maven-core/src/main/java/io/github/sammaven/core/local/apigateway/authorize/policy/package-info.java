/**
 * Policies of IAM as authorizers give them: statements, wildcards and conditions, and what they say about one request.
 * Knows neither authorizers nor APIs.
 */
@NullMarked
package io.github.sammaven.core.local.apigateway.authorize.policy;

import org.jspecify.annotations.NullMarked;
