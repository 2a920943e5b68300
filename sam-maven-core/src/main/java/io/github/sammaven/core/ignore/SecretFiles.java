package io.github.sammaven.core.ignore;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds files that look like secrets before they go into an artifact. Nothing of their content is ever shown. */
public final class SecretFiles {

    private final IgnoreRules allowed;

    /** @param allowed files that may go in, by name or by pattern, {@code cert/*.p12}, in the syntax of {@code .gitignore} */
    public SecretFiles(List<String> allowed) {
        this.allowed = IgnoreRules.of(allowed);
    }

    /**
     * All files that look like secrets and are not allowed.
     *
     * @param files by their path in the artifact, {@code /}-separated
     * @param shownFolder how messages name the folder that the paths count from; empty for the project's own
     */
    public List<Problem> problems(Map<String, Path> files, String shownFolder) throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            if (!allowed.excludes(file.getKey(), false).orElse(false)) {
                SecretKind.of(file.getValue())
                        .ifPresent(kind -> problems.add(problem(file.getKey(), kind, shownFolder)));
            }
        }
        return problems;
    }

    private static Problem problem(String name, SecretKind kind, String shownFolder) {
        String shown = shownFolder.isEmpty() ? name : shownFolder + "/" + name;
        return Problem.error(
                SourceMark.ofFile(shown),
                "this looks like " + kind.content() + " and would become part of the artifact",
                "leave it out with the line '/" + pattern(name) + "' in a " + SamIgnore.FILE
                        + " of the code's folder, or allow it: -Dsam.allowSecrets=" + pattern(name));
    }

    /** The name where its characters mean nothing else. */
    private static String pattern(String name) {
        return name.replaceAll("[\\\\*?\\[]", "\\\\$0");
    }
}
