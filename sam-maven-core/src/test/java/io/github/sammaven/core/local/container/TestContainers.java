package io.github.sammaven.core.local.container;

import io.github.sammaven.core.problem.SamException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** What integration projects need of the container engine. */
public final class TestContainers {

    private TestContainers() {}

    /** Why no Python function can run in a container here; empty if one can. Makes the image if need be. */
    public static Optional<String> whyNotPython() {
        try {
            pythonImage();
            return Optional.empty();
        } catch (TestAbortedException | SamException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Name of an image in the shape of Lambda's, made if need be. */
    public static String pythonImage() {
        return TestImages.python();
    }

    /** Ids of the containers that a project has left behind. */
    public static List<String> leftBy(String project) {
        return TestEngine.get().labelled(Ownership.common()).entrySet().stream()
                .filter(entry -> entry.getValue().values().stream().anyMatch(value -> value.contains(project)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
