package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The properties of {@code AWS::ApiGateway::RestApi} besides its definition. */
final class RestApiProperties {

    /** Where endpoints at the edge exist, and so are the default. */
    private static final Set<String> WITH_EDGE = Set.of("aws");

    /** Left out when blank. */
    private static final List<String> GIVEN = List.of(
            "Name",
            "Description",
            "Mode",
            "ApiKeySourceType",
            "Policy",
            "SecurityPolicy",
            "EndpointAccessMode",
            "FailOnWarnings");

    private static final List<String> WRITTEN = List.of("BinaryMediaTypes", "MinimumCompressionSize");

    private final String partition;

    RestApiProperties(String partition) {
        this.partition = partition;
    }

    void addTo(MappingNode.Builder properties, SamResource api) {
        GIVEN.forEach(name -> properties.put(name, api.given(name)));
        WRITTEN.forEach(name -> properties.copy(api.properties(), name));
        Optional<Node> endpoint = api.given("EndpointConfiguration");
        if (endpoint.isPresent()) {
            endpoint(properties, api, endpoint.get());
        } else if (!WITH_EDGE.contains(partition)) {
            type(properties, ScalarNode.string("REGIONAL"), MappingNode.builder());
        }
    }

    private static void endpoint(MappingNode.Builder properties, SamResource api, Node endpoint) {
        Optional<MappingNode> settings = endpoint.asMapping().filter(mapping -> mapping.has("Type"));
        if (settings.isEmpty()) {
            type(properties, endpoint, MappingNode.builder());
            return;
        }
        MappingNode given = settings.get();
        if (given.has("VPCEndpointIds") && given.has("VpcEndpointIds")) {
            throw api.invalid(
                    given, "EndpointConfiguration has both VPCEndpointIds and VpcEndpointIds", "keep one of them");
        }
        MappingNode.Builder configuration = MappingNode.builder();
        configuration.copy(given, "VPCEndpointIds", "VpcEndpointIds").copy(given, "VpcEndpointIds");
        configuration.copy(given, "IpAddressType");
        type(properties, given.get("Type").orElse(endpoint), configuration);
    }

    private static void type(MappingNode.Builder properties, Node type, MappingNode.Builder configuration) {
        properties.put(
                "EndpointConfiguration",
                configuration.put("Types", SequenceNode.of(type)).build());
        properties.put("Parameters", MappingNode.of("endpointConfigurationTypes", type));
    }
}
