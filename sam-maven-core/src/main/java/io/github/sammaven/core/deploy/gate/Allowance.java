package io.github.sammaven.core.deploy.gate;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which resources may lose their data this once.
 *
 * @param all whether all may
 * @param ids logical ids; those in nested stacks with the stack in front, {@code Storage/OrdersTable}
 */
record Allowance(boolean all, Set<String> ids) {

    static final String OPTION = "sam.allowStatefulChanges";

    Allowance {
        ids = Set.copyOf(ids);
    }

    /** {@code true} or {@code *} stands for all. */
    static Allowance of(Collection<String> words) {
        Set<String> ids = new TreeSet<>();
        boolean all = false;
        for (String word : words) {
            String id = word.strip();
            if (id.equals("*") || id.equalsIgnoreCase("true")) {
                all = true;
            } else if (!id.isEmpty() && !id.equalsIgnoreCase("false")) {
                ids.add(id);
            }
        }
        return new Allowance(all, ids);
    }

    boolean covers(String path) {
        return all || ids.contains(path);
    }

    /** A warning for each id of the list that allows nothing. */
    List<Problem> idle(Set<String> endangered) {
        return ids.stream()
                .filter(id -> !endangered.contains(id))
                .sorted()
                .map(id -> Problem.warning(
                        SourceMark.NONE,
                        OPTION + " names " + id + ", which is neither removed nor replaced with data in it",
                        NearestName.suggestion(id, endangered)))
                .toList();
    }
}
