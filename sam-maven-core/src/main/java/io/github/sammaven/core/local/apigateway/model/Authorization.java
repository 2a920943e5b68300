package io.github.sammaven.core.local.apigateway.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What an authorizer said about a request. */
public sealed interface Authorization {

    /**
     * It may pass.
     *
     * @param context {@code requestContext.authorizer} of the event, in the form of its payload version; empty if there
     *     is none
     * @param identity fields that replace those of {@code requestContext.identity} (REST), such as {@code apiKey}
     */
    record Allowed(Optional<ObjectNode> context, Optional<ObjectNode> identity) implements Authorization {

        /** Where nobody asks. */
        public static final Allowed OPEN = new Allowed(Optional.empty(), Optional.empty());
    }

    /**
     * It may not.
     *
     * @param error what the client gets
     * @param reason for the access log, in plain words
     * @param headers of the answer, such as {@code WWW-Authenticate}
     */
    record Refused(GatewayError error, String reason, List<Header> headers) implements Authorization {

        public Refused {
            headers = List.copyOf(headers);
        }

        /** Without headers. */
        public Refused(GatewayError error, String reason) {
            this(error, reason, List.of());
        }
    }
}
