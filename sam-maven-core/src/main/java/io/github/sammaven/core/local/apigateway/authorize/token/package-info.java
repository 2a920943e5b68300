/**
 * Tokens of OpenID providers and Cognito user pools, checked against the keys of their issuers.
 * The only package that knows the JOSE library.
 */
@NullMarked
package io.github.sammaven.core.local.apigateway.authorize.token;

import org.jspecify.annotations.NullMarked;
