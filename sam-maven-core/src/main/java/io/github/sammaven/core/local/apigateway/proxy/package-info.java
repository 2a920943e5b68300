/**
 * What API Gateway makes of a request for a function, and of a function's answer for the client.
 * Pure functions: nothing is called and nothing is sent.
 */
@NullMarked
package io.github.sammaven.core.local.apigateway.proxy;

import org.jspecify.annotations.NullMarked;
