package io.github.sammaven.core.local.process;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says in words that a handler was compiled for a newer Java than the one that is to run it. */
final class HandlerClassFile {

    /** Class files of Java 1 would be 45, of Java 17 61. */
    private static final int VERSION_OFFSET = 44;

    private HandlerClassFile() {}

    /**
     * @param root of the code; a handler that lies elsewhere is not looked at
     * @throws InvalidOptionException if this Java cannot load the handler
     */
    static void check(
            String function, String runtime, String handler, Path root, JavaInstallation java, EventSink events) {
        String name = handler.split("::", 2)[0];
        int compiledFor = compiledFor(root.resolve(name.replace('.', '/') + ".class"));
        int wanted = JavaInstallations.versionOf(runtime);
        String what = function + ": " + name + " was compiled for Java " + compiledFor;
        if (compiledFor > wanted) {
            String wayOut = "Compile with <maven.compiler.release>" + wanted
                    + "</maven.compiler.release>, or choose a newer Runtime";
            if (compiledFor > java.feature()) {
                throw new InvalidOptionException(what + ", which runtime " + runtime + " cannot load", wayOut);
            }
            events.accept(new Warning(Problem.warning(
                    SourceMark.NONE,
                    what + ": it runs here on Java " + java.feature() + ", but in AWS runtime " + runtime
                            + " cannot load it",
                    wayOut)));
        } else if (compiledFor > java.feature()) {
            throw new InvalidOptionException(
                    what + ", and the newest Java found here is " + java.feature(),
                    "Install a JDK " + wanted + " and let JAVA_HOME_" + wanted + " name its folder");
        }
    }

    private static int compiledFor(Path file) {
        if (!Files.isRegularFile(file)) {
            return 0;
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.readInt();
            in.readUnsignedShort();
            return in.readUnsignedShort() - VERSION_OFFSET;
        } catch (IOException e) {
            return 0;
        }
    }
}
