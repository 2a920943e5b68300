package io.github.sammaven.core.packaging.loop;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;
import java.util.List;
import java.util.Optional;

/**
 * The resources a template will have once CloudFormation has expanded its loops, for builds that need them one by one. A
 * loop over a collection that is known in AWS only stays as it is.
 */
public final class LoopExpansion {

    private final Turns turns;

    public LoopExpansion(TemplateResolver resolver) {
        turns = new Turns(resolver);
    }

    /** The template itself if there is nothing to expand. */
    public Template expand(Template template) {
        Optional<MappingNode> resources = template.root().mapping("Resources");
        boolean loops = resources.isPresent()
                && Loop.areExpanded(template.root())
                && resources.get().entries().entrySet().stream()
                        .anyMatch(entry ->
                                Loop.of(entry.getKey(), entry.getValue()).isPresent());
        if (!loops) {
            return template;
        }
        MappingNode.Builder expanded = MappingNode.builder(resources.get().mark());
        add(resources.get(), Turn.NONE, expanded);
        return template.withRoot(template.root().with("Resources", expanded.build()));
    }

    private void add(MappingNode entries, Turn turn, MappingNode.Builder expanded) {
        entries.entries().forEach((key, value) -> {
            Optional<Loop> loop = Loop.of(key, value);
            Optional<List<Turn>> inner = loop.flatMap(found -> turns.of(found, turn));
            if (inner.isPresent()) {
                MappingNode body = loop.orElseThrow().body();
                inner.get().forEach(next -> add(body, next, expanded));
            } else {
                Node written = turn.in(value);
                expanded.put(turn.in(key), entries.keyMark(key), written);
            }
        });
    }
}
