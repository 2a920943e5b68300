package io.github.sammaven.core.function;

import io.github.sammaven.core.stack.Stack;
import io.github.sammaven.core.stack.StackReferences;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Resolution;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.Unresolved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which layers functions name, also those of another stack that come in by a parameter or an output. */
final class LayerReferences {

    static final Set<String> LAYERS = Set.of("AWS::Serverless::LayerVersion", "AWS::Lambda::LayerVersion");

    private final StackReferences references;
    private final Map<String, Set<String>> layerIds = new HashMap<>();

    LayerReferences(StackTree tree) {
        references = new StackReferences(tree);
    }

    List<LayerReference> of(Stack stack, ResourceProperties properties) {
        Optional<SequenceNode> written = properties.written("Layers").flatMap(Node::asSequence);
        if (written.isPresent()) {
            return references(stack, written.get(), properties);
        }
        Optional<Resolution> resolution = properties.resolved("Layers");
        if (resolution.isEmpty()) {
            return List.of();
        }
        Optional<SequenceNode> list = resolution.get().value().asSequence();
        if (list.isEmpty()) {
            properties.warnIfUnknown("Layers", resolution.get(), "");
            if (resolution.get().isComplete()) {
                properties.error("Layers", "Layers must be a list", "");
            }
            return List.of();
        }
        return references(stack, list.get(), properties);
    }

    private List<LayerReference> references(Stack stack, SequenceNode items, ResourceProperties properties) {
        List<LayerReference> layers = new ArrayList<>();
        for (Node item : items.items()) {
            Resolution here = properties.resolve(item);
            if (!here.value().isNull()) {
                layers.add(layer(references.origin(stack, item), here));
            }
        }
        return layers;
    }

    private LayerReference layer(StackReferences.Origin origin, Resolution here) {
        Resolution there = origin.stack().resolver().resolve(origin.node());
        Optional<String> text = there.value().asText();
        if (text.isPresent()) {
            return layerIdsOf(origin.stack()).contains(text.get())
                    ? new LayerReference.InTemplate(origin.stack().idOf(text.get()))
                    : new LayerReference.Published(text.get());
        }
        return new LayerReference.Published(here.unknown().stream()
                .findFirst()
                .map(Unresolved::expression)
                .orElse(there.value().kindName()));
    }

    private Set<String> layerIdsOf(Stack stack) {
        return layerIds.computeIfAbsent(stack.path(), path -> stack.template().section("Resources").entrySet().stream()
                .filter(resource -> resource.getValue()
                        .asMapping()
                        .flatMap(mapping -> mapping.text("Type"))
                        .filter(LAYERS::contains)
                        .isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet()));
    }
}
