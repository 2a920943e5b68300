package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.BlankValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which parts of a request identify a caller, for an authorizer that is asked with the request. */
final class RequestIdentity {

    private static final List<Map.Entry<String, String>> REST = List.of(
            Map.entry("Headers", "method.request.header."),
            Map.entry("QueryStrings", "method.request.querystring."),
            Map.entry("StageVariables", "stageVariables."),
            Map.entry("Context", "context."));
    private static final List<Map.Entry<String, String>> HTTP = List.of(
            Map.entry("Headers", "$request.header."),
            Map.entry("QueryStrings", "$request.querystring."),
            Map.entry("StageVariables", "$stageVariables."),
            Map.entry("Context", "$context."));

    private RequestIdentity() {}

    static boolean isGiven(MappingNode identity) {
        return REST.stream()
                .anyMatch(group -> BlankValue.given(identity, group.getKey()).isPresent());
    }

    /** @throws RuntimeException of {@code rejection}, if a group is no list of names */
    static void check(String property, MappingNode identity, Rejection rejection) {
        for (var group : REST) {
            BlankValue.given(identity, group.getKey()).ifPresent(names -> {
                boolean texts = names.asSequence()
                        .filter(list -> list.items().stream().allMatch(ApiDefinition::isText))
                        .isPresent();
                if (!texts) {
                    throw rejection.of(names, "%s.%s is no list of names".formatted(property, group.getKey()), "");
                }
            });
        }
    }

    /** The expression {@code identitySource} of a REST API, if the identity names anything. */
    static Optional<String> source(MappingNode identity) {
        List<String> sources = sources(identity, REST);
        return sources.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", sources));
    }

    /** The list {@code identitySource} of an HTTP API. */
    static SequenceNode httpSources(MappingNode identity) {
        return SequenceNode.of(
                sources(identity, HTTP).stream().map(ScalarNode::string).toList());
    }

    private static List<String> sources(MappingNode identity, List<Map.Entry<String, String>> prefixes) {
        List<String> sources = new ArrayList<>();
        for (var group : prefixes) {
            identity.sequence(group.getKey()).ifPresent(names -> names.items().stream()
                    .map(Node::asText)
                    .flatMap(Optional::stream)
                    .forEach(name -> sources.add(group.getValue() + name)));
        }
        return sources;
    }
}
