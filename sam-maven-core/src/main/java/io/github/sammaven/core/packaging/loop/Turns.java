package io.github.sammaven.core.packaging.loop;

import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Resolution;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.TemplateResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which turns loops take, as far as that can be known before a deployment. */
public final class Turns {

    private final TemplateResolver resolver;

    /** @param resolver knows the values of parameters that collections come from */
    public Turns(TemplateResolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Every turn of the innermost loop.
     *
     * @param loops from the outermost to the innermost
     * @return in order; empty if a collection is known in AWS only
     */
    public Optional<List<Turn>> of(List<Loop> loops) {
        List<Turn> turns = List.of(Turn.NONE);
        for (Loop loop : loops) {
            List<Turn> inner = new ArrayList<>();
            for (Turn turn : turns) {
                Optional<List<Turn>> next = of(loop, turn);
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                inner.addAll(next.get());
            }
            turns = inner;
        }
        return Optional.of(turns);
    }

    /** The turns of {@code loop} within one of those around it. */
    Optional<List<Turn>> of(Loop loop, Turn around) {
        Resolution collection = resolver.resolve(around.in(loop.collection()));
        List<Node> items =
                collection.value().asSequence().map(SequenceNode::items).orElse(List.of());
        boolean known = collection.isComplete()
                && collection.value().asSequence().isPresent()
                && items.stream().allMatch(item -> item.asText().isPresent());
        return known
                ? Optional.of(items.stream()
                        .map(item -> around.with(loop.variable(), item.asText().orElseThrow()))
                        .toList())
                : Optional.empty();
    }

    /** Whether the collection is something else than a written list, so that a later deployment may give it other values. */
    public static boolean isFrozen(Loop loop) {
        return loop.collection()
                .asSequence()
                .filter(list ->
                        list.items().stream().allMatch(item -> item.asText().isPresent()))
                .isEmpty();
    }
}
