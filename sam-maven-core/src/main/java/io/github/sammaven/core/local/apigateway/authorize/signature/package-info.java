/**
 * Signatures of AWS credentials (Signature Version 4), computed again from the request as it came.
 * Credentials are those of this machine; nobody else is asked about them.
 */
@NullMarked
package io.github.sammaven.core.local.apigateway.authorize.signature;

import org.jspecify.annotations.NullMarked;
