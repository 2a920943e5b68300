package io.github.sammaven.core.packaging;

import io.github.sammaven.core.packaging.loop.Loop;
import io.github.sammaven.core.packaging.loop.LoopMappings;
import io.github.sammaven.core.packaging.loop.Turn;
import io.github.sammaven.core.packaging.loop.Turns;
import io.github.sammaven.core.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the locations that differ from turn to turn of a loop can be written as a mapping. */
final class LoopCheck {

    private final Set<Problem> problems = new LinkedHashSet<>();

    LoopCheck(SurveyedStack stack) {
        stack.slots().stream().filter(slot -> !slot.deciding().isEmpty()).forEach(this::check);
    }

    /** Errors, and warnings of collections that a later deployment cannot change any more. */
    List<Problem> problems() {
        return new ArrayList<>(problems);
    }

    private void check(SurveyedStack.Slot slot) {
        Map<String, List<String>> keys = new HashMap<>();
        for (Loop loop : slot.deciding()) {
            if (Turns.isFrozen(loop)) {
                problems.add(Problem.warning(
                        loop.mark(),
                        "the loop " + loop.name() + " is packaged with the values its collection has now",
                        "package again before a deployment with other values"));
            }
        }
        for (SlotUse use : slot.uses()) {
            Turn turn = use.turn();
            slot.deciding().stream()
                    .filter(loop -> !LoopMappings.isKey(turn.value(loop)))
                    .forEach(loop -> problems.add(Problem.error(
                            loop.mark(),
                            "the loop " + loop.name() + " has the value '" + turn.value(loop)
                                    + "', which cannot be the key of a mapping",
                            "use letters, digits, - and _ only")));
            List<String> values = slot.deciding().stream().map(turn::value).toList();
            List<String> other = keys.putIfAbsent(LoopMappings.key(slot.deciding(), turn), values);
            if (other != null && !other.equals(values)) {
                problems.add(Problem.error(
                        slot.slot().mark(),
                        "the loops around it give " + other + " and " + values + ", which make the same key",
                        "change one of the values"));
            }
        }
    }
}
