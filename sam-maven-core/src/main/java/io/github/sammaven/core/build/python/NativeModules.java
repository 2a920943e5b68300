package io.github.sammaven.core.build.python;

import io.github.sammaven.core.build.binary.GlibcVersion;
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

/** Refuses extension modules that Lambda could not load. */
final class NativeModules {

    private NativeModules() {}

    static void check(Map<String, Path> files, PythonVersion version, Architecture architecture, ToolUse use)
            throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            if (isModule(file.getKey())) {
                fault(file.getValue(), version, architecture)
                        .ifPresent(fault -> problems.add(Problem.error(
                                use.mark(),
                                use.target() + ": " + file.getKey() + " " + fault,
                                "ask for a version of its package that has a wheel, or build on a machine like"
                                        + " Lambda's")));
            }
        }
        if (!problems.isEmpty()) {
            throw new SamException(problems, null);
        }
    }

    private static boolean isModule(String name) {
        return name.endsWith(".so") || name.contains(".so.") || name.endsWith(".pyd") || name.endsWith(".dylib");
    }

    private static Optional<String> fault(Path file, PythonVersion version, Architecture architecture)
            throws IOException {
        Optional<NativeFile> found = NativeFile.read(file);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.get().architecture().filter(architecture::equals).isEmpty()) {
            return Optional.of("was built for " + found.get().description() + ", and the function runs on Linux "
                    + PythonVersion.machine(architecture));
        }
        int glibc = GlibcVersion.neededBy(file);
        return glibc > version.glibc()
                ? Optional.of("needs glibc 2." + glibc + ", and Python " + version.text() + " in Lambda has glibc 2."
                        + version.glibc())
                : Optional.empty();
    }
}
