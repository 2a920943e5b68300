package io.github.sammaven.core.transform.graphql;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code Auth}: who may call the API, and the functions that decide it. */
public final class Authentication {

    private static final String LAMBDA = "AWS_LAMBDA";

    /** Which configuration a type of authentication needs, and what AppSync calls it. */
    private record Configuration(String sam, String appSync) {}

    private static final Map<String, Configuration> CONFIGURATIONS = Map.of(
            LAMBDA,
            new Configuration("LambdaAuthorizer", "LambdaAuthorizerConfig"),
            "OPENID_CONNECT",
            new Configuration("OpenIDConnect", "OpenIDConnectConfig"),
            "AMAZON_COGNITO_USER_POOLS",
            new Configuration("UserPool", "UserPoolConfig"));

    private static final Set<String> TYPES =
            Set.of("AWS_IAM", "API_KEY", LAMBDA, "OPENID_CONNECT", "AMAZON_COGNITO_USER_POOLS");

    private final AppSyncApi api;
    private int lambdaAuthorizers;

    public Authentication(AppSyncApi api) {
        this.api = api;
    }

    /** Adds the properties of the API that {@code Auth} makes. */
    public void addTo(MappingNode.Builder properties) {
        MappingNode auth =
                api.mapping(api.sam().get("Auth").orElseThrow(() -> api.sam().invalid("Auth is required", "")), "Auth");
        properties.put("AuthenticationType", auth.get("Type").orElse(ScalarNode.string("")));
        configuration(auth, "Auth").ifPresent(found -> properties.put(found.name(), found.value()));
        AppSyncApi.value(auth, "Additional")
                .ifPresent(node -> properties.put("AdditionalAuthenticationProviders", additional(node)));
    }

    private SequenceNode additional(Node node) {
        List<Node> items = node.asSequence().map(SequenceNode::items).orElseThrow(() -> api.sam()
                .invalid(node, "Auth.Additional must be a list, this is " + node.kindName(), ""));
        List<Node> providers = new ArrayList<>();
        for (Node item : items) {
            MappingNode authorizer = api.mapping(item, "Auth.Additional");
            MappingNode.Builder provider =
                    MappingNode.builder(item.mark()).copy(authorizer, "Type", "AuthenticationType");
            // AppSync takes a default action from the first authentication of an API only.
            configuration(authorizer, "Auth.Additional")
                    .ifPresent(found -> provider.put(found.name(), found.value().without("DefaultAction")));
            providers.add(provider.build());
        }
        return new SequenceNode(providers, node.mark());
    }

    /** A configuration under the name AppSync has for it. */
    private record Named(String name, MappingNode value) {}

    private Optional<Named> configuration(MappingNode authorizer, String place) {
        String type = AppSyncApi.value(authorizer, "Type").flatMap(Node::asText).orElse("");
        if (!TYPES.contains(type)) {
            throw api.sam()
                    .invalid(
                            authorizer.get("Type").orElse(authorizer),
                            "%s.Type '%s' is none of %s".formatted(place, type, String.join(", ", sorted())),
                            NearestName.suggestion(type, TYPES));
        }
        List<Configuration> given = CONFIGURATIONS.values().stream()
                .filter(each -> AppSyncApi.value(authorizer, each.sam()).isPresent())
                .toList();
        if (given.size() > 1) {
            throw api.sam()
                    .invalid(
                            authorizer,
                            place + " has more than one authentication configuration",
                            "keep the one of its Type, and list others under Auth.Additional");
        }
        Configuration needed = CONFIGURATIONS.get(type);
        if (needed == null) {
            return Optional.empty();
        }
        Node value = AppSyncApi.value(authorizer, needed.sam()).orElseThrow(() -> api.sam()
                .invalid(authorizer, "%s of type %s needs %s".formatted(place, type, needed.sam()), ""));
        MappingNode configuration = api.mapping(value, place + "." + needed.sam());
        if (type.equals(LAMBDA)) {
            link(configuration);
        }
        return Optional.of(new Named(needed.appSync(), configuration));
    }

    private void link(MappingNode lambdaAuthorizer) {
        lambdaAuthorizers++;
        AppSyncApi.value(lambdaAuthorizer, "AuthorizerUri").ifPresent(uri -> api.links()
                .add(new ServiceLink(
                        api.logicalId() + "ToLambdaAuthConnector" + lambdaAuthorizers,
                        MappingNode.builder()
                                .put("Type", "AWS::AppSync::GraphQLApi")
                                .put("ResourceId", api.apiId())
                                .build(),
                        MappingNode.builder()
                                .put("Type", "AWS::Lambda::Function")
                                .put("Arn", uri)
                                .build(),
                        List.of("Write"))));
    }

    private static List<String> sorted() {
        return TYPES.stream().sorted().toList();
    }
}
