package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.SamResource;

/** Checks the {@code StageName} of REST and HTTP APIs. */
final class StageNames {

    private StageNames() {}

    /** A name of letters alone becomes part of a logical id, where only those from A to Z are allowed. */
    static void check(SamResource api, Node name) {
        name.asText()
                .filter(text -> text.chars().allMatch(Character::isLetterOrDigit))
                .filter(text -> text.chars().anyMatch(character -> character > 127))
                .ifPresent(text -> {
                    throw api.invalidAs(
                            api.logicalId() + text + "Stage",
                            name,
                            "StageName '%s' has letters that no logical id may have".formatted(text),
                            "use A-Z, a-z and digits");
                });
    }
}
