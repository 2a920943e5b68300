/**
 * The ports of {@code aws} on the AWS SDK for Java v2.
 * The only place that sees the SDK.
 */
@NullMarked
package io.github.sammaven.core.aws.sdk;

import org.jspecify.annotations.NullMarked;
