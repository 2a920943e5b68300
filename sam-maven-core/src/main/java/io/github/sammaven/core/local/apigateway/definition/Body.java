package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import java.util.Map;
import java.util.Optional;

/** The OpenAPI document of an API. */
final class Body {

    private static final String LOCATION = "BodyS3Location";

    private final StackReading stack;

    Body(StackReading stack) {
        this.stack = stack;
    }

    /** Inline or from a file; empty if there is none, or none that can be read, which is told. */
    Section of(StackResources.Declared api) {
        Optional<MappingNode> document =
                api.body().isPresent() ? api.body().flatMap(body -> inline(api, body)) : elsewhere(api);
        MappingNode resolved = document.map(found -> found.accept(new Includes(stack, api.id())))
                .map(stack::resolve)
                .flatMap(Node::asMapping)
                .orElseGet(() -> MappingNode.of(Map.of(), api.mark()));
        return api.properties().with(resolved);
    }

    private Optional<MappingNode> inline(StackResources.Declared api, Node body) {
        Optional<MappingNode> mapping = body.asMapping();
        if (mapping.isPresent() && Intrinsic.of(body).isEmpty()) {
            return mapping;
        }
        if (mapping.filter(found -> found.has("Fn::Transform")).isPresent()) {
            return mapping;
        }
        Node resolved = stack.resolve(body);
        SourceMark mark = body.mark().isKnown() ? body.mark() : api.mark();
        Optional<String> path = resolved.asText();
        if (path.isPresent()) {
            return new LocalFile(stack).read(path.get(), what(api), mark);
        }
        if (resolved.asMapping().isEmpty()) {
            stack.warn(mark, what(api) + " must be a mapping, this is " + resolved.kindName(), "");
        }
        return resolved.asMapping();
    }

    private Optional<MappingNode> elsewhere(StackResources.Declared api) {
        Optional<Node> location = api.properties().node(LOCATION);
        if (location.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> path = location.get().asText();
        if (path.isEmpty()) {
            api.properties()
                    .warn(LOCATION, "the definition is in S3, which is not read here", "name the file on this machine");
            return Optional.empty();
        }
        return new LocalFile(stack).read(path.get(), what(api), location.get().mark());
    }

    private static String what(StackResources.Declared api) {
        return api.id() + ": the definition";
    }
}
