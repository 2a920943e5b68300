package io.github.sammaven.core.permission;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts statements of several origins into one policy: what another statement allows already is left out, what has no
 * resource level becomes one statement at the end, each Sid is there once.
 */
final class StatementMerge {

    private static final class Draft {
        private final Grant grant;
        private final List<String> resources;
        private final List<String> actions;
        private final Set<Need> needs;

        private Draft(Grant grant) {
            this.grant = grant;
            this.resources = ArnCover.least(grant.resources());
            this.actions = new ArrayList<>(grant.actions());
            this.needs = new LinkedHashSet<>(grant.needs());
        }

        private boolean allows(String action, List<String> wanted) {
            return grant.condition().isEmpty() && actions.contains(action) && ArnCover.coversAll(resources, wanted);
        }
    }

    private StatementMerge() {}

    static List<Grant> of(List<Grant> grants) {
        List<Draft> drafts = new ArrayList<>(grants.stream().map(Draft::new).toList());
        for (int i = drafts.size() - 1; i >= 0; i--) {
            withoutAllowed(drafts.get(i), drafts);
        }
        drafts.removeIf(draft -> draft.actions.isEmpty());
        Set<String> sids = new LinkedHashSet<>();
        List<Grant> merged = new ArrayList<>();
        for (Draft draft : drafts) {
            if (!isEverywhere(draft)) {
                merged.add(new Grant(
                        Grants.unique(draft.grant.sid(), sids),
                        draft.actions,
                        draft.resources,
                        draft.grant.condition(),
                        List.copyOf(draft.needs)));
            }
        }
        everywhere(drafts.stream().filter(StatementMerge::isEverywhere).toList())
                .ifPresent(merged::add);
        return merged;
    }

    /** The needs of an action that is left out become those of the statement that allows it. */
    private static void withoutAllowed(Draft draft, List<Draft> all) {
        draft.actions.removeIf(action -> {
            Optional<Draft> other = all.stream()
                    .filter(candidate -> candidate != draft && candidate.allows(action, draft.resources))
                    .findFirst();
            other.ifPresent(allowing -> allowing.needs.addAll(draft.grant.needs()));
            return other.isPresent();
        });
    }

    private static boolean isEverywhere(Draft draft) {
        return draft.grant.isOnEverything() && draft.grant.condition().isEmpty();
    }

    private static Optional<Grant> everywhere(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Grant(
                Grants.NO_LEVEL,
                drafts.stream()
                        .flatMap(draft -> draft.actions.stream())
                        .sorted()
                        .distinct()
                        .toList(),
                List.of("*"),
                Optional.empty(),
                drafts.stream()
                        .flatMap(draft -> draft.needs.stream())
                        .distinct()
                        .toList()));
    }
}
