package io.github.sammaven.core.build.provided;

import io.github.sammaven.core.build.binary.NativeFile;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Refuses a program that was built for another machine than the function's. */
final class ProgramCheck {

    private ProgramCheck() {}

    static void check(Path program, BuildTarget target, String suggestion) throws IOException {
        Optional<NativeFile> found = NativeFile.read(program);
        if (found.isPresent()
                && found.get()
                        .architecture()
                        .filter(target.architecture()::equals)
                        .isEmpty()) {
            throw new SamException(
                    Problem.error(
                            target.code().mark(),
                            target.id() + ": " + program.getFileName() + " was built for "
                                    + found.get().description() + ", and the function runs on Linux "
                                    + target.architecture().lambdaName(),
                            suggestion),
                    null);
        }
    }
}
