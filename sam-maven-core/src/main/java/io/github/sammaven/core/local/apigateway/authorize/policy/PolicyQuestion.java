package io.github.sammaven.core.local.apigateway.authorize.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether something may be done to a resource.
 *
 * @param action {@code execute-api:Invoke}
 * @param resource ARN
 * @param at when it is asked for
 * @param sourceIp address of the caller
 * @param secure whether the request came over TLS
 */
public record PolicyQuestion(
        String action,
        String resource,
        Instant at,
        String sourceIp,
        boolean secure,
        Optional<String> userAgent,
        Optional<String> referer) {}
