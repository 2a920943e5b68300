package io.github.sammaven.core.local.apigateway.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What decides about a request before its integration gets it. */
public sealed interface Authorizer {

    /** As the definition calls it. */
    String name();

    /**
     * A Lambda function.
     *
     * @param function as in {@link Integration.Function}
     * @param tokenOnly whether it gets one header ({@code TOKEN}) instead of the request ({@code REQUEST})
     * @param sources what must be there, and what answers are cached by; one header if {@code tokenOnly}
     * @param validation regular expression that a token must match as a whole
     * @param timeToLive of cached answers; zero for no caching
     * @param version of the event; {@link PayloadVersion#V1} for REST APIs
     * @param simple whether the answer may be {@code {"isAuthorized": …}} instead of a policy
     */
    record Lambda(
            String name,
            String function,
            boolean tokenOnly,
            List<IdentitySource> sources,
            Optional<String> validation,
            Duration timeToLive,
            PayloadVersion version,
            boolean simple)
            implements Authorizer {

        public Lambda {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Tokens of an OpenID provider (HTTP APIs).
     *
     * @param issuer URL as in {@code iss}
     * @param audience one of them must be in {@code aud} or {@code client_id}; empty for any
     * @param source of the token
     */
    record Jwt(String name, String issuer, List<String> audience, IdentitySource source) implements Authorizer {

        public Jwt {
            audience = List.copyOf(audience);
        }
    }

    /**
     * Tokens of Cognito user pools (REST APIs).
     *
     * @param userPools ARNs, as far as they are known; else what stands in their place
     * @param source of the token
     * @param validation regular expression that the token must match
     */
    record Cognito(String name, List<String> userPools, IdentitySource source, Optional<String> validation)
            implements Authorizer {

        public Cognito {
            userPools = List.copyOf(userPools);
        }
    }

    /** A signature of AWS credentials (Signature Version 4). */
    record Iam(String name) implements Authorizer {}

    /**
     * One that is not known here. Its routes are closed unless they are opened by its name.
     *
     * @param kind as it is defined
     */
    record Unknown(String name, String kind) implements Authorizer {}
}
