package io.github.sammaven.core.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach AWS, or an emulator of it.
 *
 * @param region region name; if empty, the SDK's own chain decides (environment, profile, instance)
 * @param profile profile of the shared configuration files; if empty, the default chain decides
 * @param endpointUrl replaces the endpoint of every service
 * @param serviceEndpoints replaces the endpoint of one service, by lower-case name ({@code s3},
 *     {@code cloudformation}, {@code sts}); wins over {@code endpointUrl}
 * @param proxy proxy for all calls
 */
public record AwsSettings(
        Optional<String> region,
        Optional<String> profile,
        Optional<URI> endpointUrl,
        Map<String, URI> serviceEndpoints,
        Optional<Proxy> proxy) {

    public AwsSettings {
        serviceEndpoints = Map.copyOf(serviceEndpoints);
    }

    /** The endpoint to use for {@code service} instead of the real one. */
    public Optional<URI> endpointOf(String service) {
        return Optional.ofNullable(serviceEndpoints.get(service)).or(() -> endpointUrl);
    }

    /**
     * An HTTP proxy.
     *
     * @param endpoint {@code http://host:port}
     * @param username user, if it asks for one
     * @param password secret; never shown
     * @param nonProxyHosts hosts to reach directly, patterns with {@code *}, separated by {@code |}
     */
    public record Proxy(URI endpoint, Optional<String> username, Optional<String> password, String nonProxyHosts) {

        /** Without the password. */
        @Override
        public String toString() {
            return "Proxy[" + endpoint + "]";
        }
    }
}
