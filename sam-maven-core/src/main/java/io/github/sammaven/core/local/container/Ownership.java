package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.files.OwningProcess;
import java.util.Map;
import java.util.Optional;

/** The labels our containers and images carry. */
final class Ownership {

    private static final String PREFIX = "io.github.sammaven.";
    private static final String ROLE = PREFIX + "role";
    private static final String OWNER = PREFIX + "owner";
    private static final String FUNCTION = PREFIX + "function";
    private static final String PROJECT = PREFIX + "project";

    private Ownership() {}

    /** What all containers of functions carry. */
    static Map<String, String> common() {
        return Map.of(ROLE, "function");
    }

    static Map<String, String> container(String project, String function, OwningProcess owner) {
        return Map.of(ROLE, "function", PROJECT, project, FUNCTION, function, OWNER, owner.text());
    }

    /** Images stay when their process ends, so that the next build has less to do. */
    static Map<String, String> image(String project, String function) {
        return Map.of(ROLE, "image", PROJECT, project, FUNCTION, function);
    }

    static Optional<OwningProcess> ownerIn(Map<String, String> labels) {
        return Optional.ofNullable(labels.get(OWNER)).flatMap(OwningProcess::parse);
    }
}
