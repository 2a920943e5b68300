package io.github.sammaven.core.permission;

import java.util.List;
import java.util.Optional;

/**
 * One line of the table of permissions.
 *
 * @param kind what the words are
 * @param property the rule holds for resources that have it; dotted path
 * @param target ARN pattern the actions work on; {@code *} if they have no resource level; empty for the resource itself
 * @param words actions, or the service a role is passed to
 */
record ActionRule(Kind kind, Optional<String> property, Optional<String> target, List<String> words) {

    enum Kind {
        ACTIONS,
        TAGS,
        PASS,
        ATTACH
    }

    ActionRule {
        words = List.copyOf(words);
    }
}
