package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.container.docker.DockerEngines;
import io.github.sammaven.core.problem.SamException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The engine of this machine; tests that need it are skipped, with the reason, where there is none. */
final class TestEngine {

    private static final ContainerEngine ENGINE = DockerEngines.connect(System.getenv());
    private static final Optional<String> SILENT = ask();

    private TestEngine() {}

    private static Optional<String> ask() {
        try {
            ENGINE.images().find("sam-local-test/none");
            return Optional.empty();
        } catch (SamException e) {
            System.err.println("SKIPPED: tests of the container runner. " + e.getMessage());
            return Optional.of(e.getMessage());
        }
    }

    static ContainerEngine get() {
        Assumptions.assumeTrue(SILENT.isEmpty(), () -> SILENT.orElse(""));
        return ENGINE;
    }

    /** Ids of the containers this process made and has not removed. */
    static List<String> ours() {
        return ENGINE.labelled(Ownership.common()).entrySet().stream()
                .filter(entry -> Ownership.ownerIn(entry.getValue())
                        .filter(owner -> owner.pid() == ProcessHandle.current().pid())
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }
}
