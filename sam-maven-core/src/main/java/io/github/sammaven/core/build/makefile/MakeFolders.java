package io.github.sammaven.core.build.makefile;

import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where make works. Both metadata keys count from the code folder, which is their default.
 *
 * @param code the code folder
 * @param context {@code ContextPath}: where the Makefile is
 * @param working {@code WorkingDirectory}: where make is run
 */
record MakeFolders(Path code, Path context, Path working) {

    static final String MAKEFILE = "Makefile";

    /** @throws InvalidTemplateException naming every folder that does not exist, and a Makefile that does not */
    static MakeFolders of(BuildTarget target) {
        List<Problem> problems = new ArrayList<>();
        Path context = folder(target, "ContextPath", problems);
        Path working = folder(target, "WorkingDirectory", problems);
        if (problems.isEmpty() && !Files.isRegularFile(context.resolve(MAKEFILE))) {
            problems.add(Problem.error(
                    target.code().mark(),
                    target.id() + ": there is no " + MAKEFILE + " in " + context,
                    "it needs a target build-" + target.logicalId() + " that writes to $(ARTIFACTS_DIR)"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidTemplateException(problems);
        }
        return new MakeFolders(target.code().path(), context, working);
    }

    private static Path folder(BuildTarget target, String key, List<Problem> problems) {
        String written = target.metadata().text(key).orElse(".");
        try {
            Path folder = target.code().path().resolve(written).normalize();
            if (Files.isDirectory(folder)) {
                return folder;
            }
        } catch (InvalidPathException noPath) {
            // Reported below, as a path to nothing is.
        }
        problems.add(Problem.error(
                target.metadata().keyMark(key),
                target.id() + ": " + key + " is not a folder: " + written,
                "it counts from the code folder, " + target.code().path()));
        return target.code().path();
    }

    List<Path> all() {
        return List.of(code, context, working);
    }
}
