package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.files.Archive;
import io.github.sammaven.core.local.files.ScratchFolder;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of one environment: the task root, and a folder of our own that goes away with it. */
final class Workspace implements AutoCloseable {

    private final ScratchFolder folder;
    private final Path scratch;
    private final Path taskRoot;
    private int pipes;

    private Workspace(ScratchFolder folder, Path taskRoot) {
        this.folder = folder;
        this.scratch = folder.path();
        this.taskRoot = taskRoot;
    }

    static Workspace open(String function, Path written) {
        Path code = written.toAbsolutePath().normalize();
        if (!Files.exists(code)) {
            throw new InvalidOptionException(
                    function + ": the code " + code + " does not exist", "Build the project first");
        }
        try {
            ScratchFolder folder = ScratchFolder.open();
            if (Files.isDirectory(code)) {
                return new Workspace(folder, code);
            }
            try {
                Path unpacked = Files.createDirectory(folder.path().resolve("task"));
                Archive.unpack(code, unpacked);
                return new Workspace(folder, unpacked);
            } catch (IOException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new SamException(
                    function + ": the code " + code + " cannot be unpacked: " + e.getMessage(),
                    "Check that it is a zip or jar file and that the temporary folder has space",
                    e);
        }
    }

    Path taskRoot() {
        return taskRoot;
    }

    /** Our own folder. */
    Path scratch() {
        return scratch;
    }

    /** Copies a resource of ours to where the process can read it. */
    Path resource(String name) {
        try (InputStream bytes = Workspace.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("no resource " + name);
            }
            Path target = scratch.resolve(name);
            Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new named pipe; empty where the system makes none. */
    Optional<Path> namedPipe() {
        Optional<Path> mkfifo = Stream.of("/usr/bin/mkfifo", "/bin/mkfifo")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        Path pipe = scratch.resolve("output-" + ++pipes);
        try {
            if (mkfifo.isEmpty()) {
                return Optional.empty();
            }
            int exit = new ProcessBuilder(mkfifo.get().toString(), "-m", "600", pipe.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            return exit == 0 ? Optional.of(pipe) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * A task root in which the jars of layers lie behind the function's own in {@code lib/}, for a runtime that looks
     * nowhere else. Made of links.
     */
    Path withLayerJars(List<Path> layerJars) {
        try {
            Path merged = Files.createTempDirectory(scratch, "merged-");
            Path lib = Files.createDirectory(merged.resolve("lib"));
            linkAll(taskRoot, merged);
            if (Files.isDirectory(taskRoot.resolve("lib"))) {
                linkAll(taskRoot.resolve("lib"), lib);
            }
            int position = 0;
            for (Path jar : layerJars) {
                // The client sorts by name, and "~" comes after every letter.
                Files.createSymbolicLink(lib.resolve("~%05d-%s".formatted(position++, jar.getFileName())), jar);
            }
            return merged;
        } catch (IOException e) {
            throw new SamException(
                    "The layers cannot be merged with the code: " + e.getMessage(),
                    "Check the temporary folder, it must allow symbolic links",
                    e);
        }
    }

    private static void linkAll(Path from, Path to) throws IOException {
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                Path link = to.resolve(entry.getFileName());
                if (!Files.exists(link)) {
                    Files.createSymbolicLink(link, entry);
                }
            }
        }
    }

    /** Removes our own folder; links in it are removed, not followed. */
    @Override
    public void close() {
        folder.close();
    }
}
