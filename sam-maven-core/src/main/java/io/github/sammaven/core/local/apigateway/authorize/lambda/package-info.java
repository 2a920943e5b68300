/**
 * Lambda authorizers: who calls is read from the request, the function is asked, and its answer kept and applied.
 * Neither runs functions nor writes their events.
 */
@NullMarked
package io.github.sammaven.core.local.apigateway.authorize.lambda;

import org.jspecify.annotations.NullMarked;
