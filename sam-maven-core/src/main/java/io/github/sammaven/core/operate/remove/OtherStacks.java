package io.github.sammaven.core.operate.remove;

import io.github.sammaven.core.aws.RemovableStack;
import io.github.sammaven.core.aws.RemovableStacks;
import io.github.sammaven.core.problem.SamException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds out what the other stacks of the region still need. Archives are named by their content, so two stacks that were
 * packaged to one bucket may share them. A change set that waits to be executed counts like a stack.
 */
final class OtherStacks {

    private final RemovableStacks stacks;
    private final Predicate<RemovableStack> ours;

    /** @param ours the stacks that are deleted */
    OtherStacks(RemovableStacks stacks, Predicate<RemovableStack> ours) {
        this.stacks = stacks;
        this.ours = ours;
    }

    /** @throws SamException if a stack cannot be read: then nobody knows what it needs */
    Set<Leftover> using(Collection<? extends Leftover> sought) {
        Mentions mentions = new Mentions(sought);
        List<RemovableStack> others =
                stacks.all().stream().filter(stack -> !ours.test(stack)).toList();
        for (RemovableStack other : others) {
            other.parameterValues().forEach(mentions::in);
            template(other).ifPresent(body -> look(body, mentions));
            for (String changeSet : stacks.pendingChangeSets(other.id())) {
                stacks.original(other.id(), Optional.of(changeSet)).ifPresent(body -> look(body, mentions));
            }
        }
        return mentions.found();
    }

    private static void look(String body, Mentions mentions) {
        mentions.in(body);
        mentions.object(TemplateKey.of(body));
    }

    /** A stack that was only reviewed has none. */
    private Optional<String> template(RemovableStack stack) {
        return stack.status().equals("REVIEW_IN_PROGRESS")
                ? Optional.empty()
                : stacks.original(stack.id(), Optional.empty());
    }
}
