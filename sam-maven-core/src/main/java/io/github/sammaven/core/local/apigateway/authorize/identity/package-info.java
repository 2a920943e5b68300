/**
 * What a request says about itself: the values that identity sources name, and its ARN.
 * All kinds of authorizers stand on it.
 */
@NullMarked
package io.github.sammaven.core.local.apigateway.authorize.identity;

import org.jspecify.annotations.NullMarked;
