package io.github.sammaven.core.build.nodejs;

import io.github.sammaven.core.build.binary.NativeFile;
import io.github.sammaven.core.build.tool.ToolUse;
import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses addons that were compiled or fetched for another machine. Packages that bring addons for every machine keep
 * them elsewhere.
 */
final class NativeAddons {

    private NativeAddons() {}

    static void check(Map<String, Path> files, Architecture architecture, ToolUse use) throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            String name = file.getKey();
            if (!name.endsWith(".node") || !name.contains("/build/Release/")) {
                continue;
            }
            Optional<NativeFile> addon = NativeFile.read(file.getValue());
            if (addon.isPresent()
                    && addon.get().architecture().filter(architecture::equals).isEmpty()) {
                problems.add(Problem.error(
                        use.mark(),
                        use.target() + ": " + name + " was built for "
                                + addon.get().description() + ", and the function runs on Linux "
                                + architecture.lambdaName(),
                        "build on a machine like Lambda's, or use a package that has ready-made addons"));
            }
        }
        if (!problems.isEmpty()) {
            throw new SamException(problems, null);
        }
    }
}
