package io.github.sammaven.core.aws;

import java.util.Optional;

/**
 * What a deployed function has answered.
 *
 * @param status HTTP status of the call: 200, 202 for an asynchronous one, 204 for one that was only checked
 * @param error {@code Unhandled} if the function failed; the payload tells more then
 * @param version that ran; empty if the service does not say
 * @param payload as text
 * @param log the last 4 KB of its log; empty where there is none
 */
public record FunctionReply(int status, Optional<String> error, String version, String payload, String log) {}
