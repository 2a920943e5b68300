package io.github.sammaven.core.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The {@code Globals} section: properties that SAM resources of a type share. Lists are joined, the global items first;
 * mappings are merged key by key; anything else, an intrinsic function too, gives way to the resource's own value.
 */
public final class Globals {

    private static final Map<String, String> SECTIONS = Set.of(
                    "Function",
                    "Api",
                    "HttpApi",
                    "WebSocketApi",
                    "SimpleTable",
                    "StateMachine",
                    "LayerVersion",
                    "CapacityProvider")
            .stream()
            .collect(Collectors.toUnmodifiableMap(name -> "AWS::Serverless::" + name, name -> name));

    private static final String IGNORE = "IgnoreGlobals";

    private final Optional<MappingNode> globals;

    public Globals(Template template) {
        globals = template.root().mapping("Globals");
    }

    /** The section that applies to resources of {@code type}, {@code Function} for {@code AWS::Serverless::Function}. */
    public static Optional<String> sectionFor(String type) {
        return Optional.ofNullable(SECTIONS.get(type));
    }

    /**
     * The properties of {@code resource} as SAM sees them; the keys of the section come first.
     *
     * @param ignored names not taken from the section, besides those the resource lists in {@code IgnoreGlobals}
     */
    public MappingNode properties(MappingNode resource, Set<String> ignored) {
        MappingNode own = resource.mapping("Properties")
                .orElse(MappingNode.builder(resource.mark()).build());
        Optional<MappingNode> shared = resource.text("Type")
                .flatMap(Globals::sectionFor)
                .flatMap(section -> globals.flatMap(all -> all.mapping(section)))
                .filter(section -> resource.text(IGNORE).filter("*"::equals).isEmpty());
        if (shared.isEmpty()) {
            return own;
        }
        MappingNode taken = shared.get();
        for (String name : ignored) {
            taken = taken.without(name);
        }
        for (Node name : resource.sequence(IGNORE).map(SequenceNode::items).orElse(List.of())) {
            taken = taken.without(name.asText().orElse(""));
        }
        return mergedMappings(taken, own);
    }

    /** One shared value and the resource's own. */
    static Node merged(Node shared, Node own) {
        if (shared instanceof SequenceNode first && own instanceof SequenceNode second) {
            List<Node> items = new ArrayList<>(first.items());
            items.addAll(second.items());
            return new SequenceNode(items, second.mark());
        }
        if (shared instanceof MappingNode first
                && own instanceof MappingNode second
                && Intrinsic.of(first).isEmpty()
                && Intrinsic.of(second).isEmpty()) {
            return mergedMappings(first, second);
        }
        return own;
    }

    private static MappingNode mergedMappings(MappingNode shared, MappingNode own) {
        MappingNode.Builder all = MappingNode.builder(own.mark());
        shared.entries().forEach((key, value) -> {
            Optional<Node> replacement = own.get(key);
            all.put(
                    key,
                    replacement.isPresent() ? own.keyMark(key) : shared.keyMark(key),
                    replacement.map(local -> merged(value, local)).orElse(value));
        });
        own.entries().forEach((key, value) -> {
            if (!shared.has(key)) {
                all.put(key, own.keyMark(key), value);
            }
        });
        return all.build();
    }
}
