/**
 * The part of the Lambda API that calls functions, served on this machine.
 * Clients of the AWS SDKs that are pointed at it see the answers, headers and errors of AWS.
 */
@NullMarked
package io.github.sammaven.core.local.lambdaapi;

import org.jspecify.annotations.NullMarked;
