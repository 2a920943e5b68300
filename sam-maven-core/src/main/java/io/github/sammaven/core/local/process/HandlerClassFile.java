package io.github.sammaven.core.local.process;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Says in words that a handler was compiled for a newer Java than the one that is to run it. */
final class HandlerClassFile {

    /** Class files of Java 1 would be 45, of Java 17 61. */
    private static final int VERSION_OFFSET = 44;

    private HandlerClassFile() {}

    /**
     * @param classPath the root of the code, then jars; these are looked into only where the Java here is not the one of
     *     the runtime
     * @throws InvalidOptionException if this Java cannot load the handler
     */
    static void check(
            String function,
            String runtime,
            String handler,
            List<Path> classPath,
            JavaInstallation java,
            EventSink events) {
        String name = handler.split("::", 2)[0];
        int wanted = JavaInstallations.versionOf(runtime);
        String file = name.replace('.', '/') + ".class";
        int compiledFor = classPath.stream()
                .filter(entry -> Files.isDirectory(entry) || java.feature() != wanted)
                .mapToInt(entry -> compiledFor(entry, file))
                .filter(version -> version > 0)
                .findFirst()
                .orElse(0);
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

    /** 0 if it is not there or cannot be read, which is the JVM's to say. */
    private static int compiledFor(Path entry, String file) {
        try {
            if (Files.isDirectory(entry)) {
                Path plain = entry.resolve(file);
                return Files.isRegularFile(plain) ? compiledFor(Files.newInputStream(plain)) : 0;
            }
            try (ZipFile jar = new ZipFile(entry.toFile())) {
                ZipEntry packed = jar.getEntry(file);
                return packed == null ? 0 : compiledFor(jar.getInputStream(packed));
            }
        } catch (IOException e) {
            return 0;
        }
    }

    private static int compiledFor(InputStream bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(bytes)) {
            in.readInt();
            in.readUnsignedShort();
            return in.readUnsignedShort() - VERSION_OFFSET;
        }
    }
}
