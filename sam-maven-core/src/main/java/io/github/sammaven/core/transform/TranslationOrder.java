package io.github.sammaven.core.transform;

import io.github.sammaven.core.template.MappingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * In which order SAM resources are translated: functions and state machines write into APIs, connectors read what all
 * others generated.
 */
enum TranslationOrder {
    FUNCTIONS("Function"),
    STATE_MACHINES("StateMachine"),
    APIS("Api", "HttpApi", "WebSocketApi"),
    OTHERS(),
    CONNECTORS("Connector");

    private static final String PREFIX = "AWS::Serverless::";

    private final List<String> types;

    TranslationOrder(String... names) {
        types = List.of(names).stream().map(PREFIX::concat).toList();
    }

    /** The logical ids of the SAM resources of {@code resources}. */
    static List<String> sorted(Map<String, MappingNode> resources) {
        List<List<String>> groups = new ArrayList<>();
        for (TranslationOrder group : values()) {
            groups.add(new ArrayList<>());
        }
        resources.forEach((id, resource) -> resource.text("Type")
                .filter(type -> type.startsWith(PREFIX))
                .ifPresent(type -> groups.get(of(type).ordinal()).add(id)));
        return groups.stream().flatMap(List::stream).toList();
    }

    private static TranslationOrder of(String type) {
        for (TranslationOrder group : values()) {
            if (group.types.contains(type)) {
                return group;
            }
        }
        return OTHERS;
    }
}
