package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.local.files.ScratchFolder;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Source text in the template, written to a file named {@code index} as CloudFormation does. */
final class InlineCode {

    private InlineCode() {}

    /**
     * The folder with the file; it goes away when the JVM ends.
     *
     * @throws InvalidOptionException if the code would not run in AWS either
     */
    static Path write(LambdaFunction function, String text) {
        String file = file(function);
        if (!function.handler().startsWith("index.")) {
            throw refused(
                    function,
                    "its code is inline and lies in " + file + ", but its handler is '" + function.handler() + "'",
                    "name a handler in that file: index."
                            + function.handler().substring(function.handler().lastIndexOf('.') + 1));
        }
        try {
            Path folder = ScratchFolder.open().path();
            Files.writeString(folder.resolve(file), text);
            return folder;
        } catch (IOException e) {
            throw new SamException(
                    function.id() + ": its inline code cannot be written: " + e.getMessage(),
                    "Check the temporary folder",
                    e);
        }
    }

    private static String file(LambdaFunction function) {
        if (function.runtime().startsWith("nodejs")) {
            return "index.js";
        }
        if (function.runtime().startsWith("python")) {
            return "index.py";
        }
        throw refused(
                function,
                "its code is inline, which runtime " + function.runtime() + " does not take",
                "inline code is for Node.js and Python; point CodeUri at a folder");
    }

    private static InvalidOptionException refused(LambdaFunction function, String why, String wayOut) {
        return new InvalidOptionException(
                List.of(Problem.error(function.mark(), function.id() + " cannot be run: " + why, wayOut)));
    }
}
