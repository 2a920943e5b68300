package io.github.sammaven.core.local.apigateway.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What answers the requests of a route. */
public sealed interface Integration {

    /**
     * A Lambda function that gets the request as it is ({@code aws_proxy}).
     *
     * @param function full path by which the functions of this run know it, {@code Shop/PlaceOrder}; if the function is
     *     not in the template, what stands in its place
     * @param version of the event
     * @param timeout after which the gateway gives up
     * @param streaming whether the answer is passed on as it comes ({@code responseTransferMode: STREAM})
     */
    record Function(String function, PayloadVersion version, Duration timeout, boolean streaming)
            implements Integration {}

    /**
     * A fixed answer ({@code mock}), as the preflight of CORS has it.
     *
     * @param requestTemplates by media type; say the status that chooses the response
     * @param responses by pattern of that status; {@code default} for the others
     * @param passthrough {@code passthroughBehavior}
     */
    record Mock(Map<String, String> requestTemplates, Map<String, MockResponse> responses, Optional<String> passthrough)
            implements Integration {

        public Mock {
            requestTemplates = Map.copyOf(requestTemplates);
            responses = Map.copyOf(responses);
        }
    }

    /**
     * One answer of a mock.
     *
     * @param status of the response
     * @param headers with their values, quotes taken off
     * @param templates of the body by media type
     */
    record MockResponse(int status, List<Header> headers, Map<String, String> templates) {

        public MockResponse {
            headers = List.copyOf(headers);
            templates = Map.copyOf(templates);
        }
    }

    /**
     * Something that has no counterpart here; each request is answered with the reason.
     *
     * @param type as it is defined, {@code http_proxy}
     * @param reason a sentence for the caller
     */
    record Unsupported(String type, String reason) implements Integration {}
}
