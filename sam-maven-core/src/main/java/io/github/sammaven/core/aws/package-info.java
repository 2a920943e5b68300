/**
 * Ports: the few things the services need of AWS, as interfaces and records.
 * Their only implementations are in {@code aws.sdk}.
 */
@NullMarked
package io.github.sammaven.core.aws;

import org.jspecify.annotations.NullMarked;
