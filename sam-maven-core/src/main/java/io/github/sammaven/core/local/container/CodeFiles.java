package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.container.ContainerSpec.Mount;
import io.github.sammaven.core.local.files.Archive;
import io.github.sammaven.core.local.files.FolderTar;
import io.github.sammaven.core.local.files.ScratchFolder;
import io.github.sammaven.core.local.invoke.FunctionPackage.Zip;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The code of a function and its layers as its containers see them: unpacked, merged, mounted or copied. */
final class CodeFiles implements AutoCloseable {

    private static final String TASK = "/var/task";
    private static final String OPT = "/opt";
    private static final String NODE_MODULES = "node_modules";

    private final Map<String, Path> folders;
    private final boolean allCopied;
    private final CodeOptions options;
    private final @Nullable ScratchFolder scratch;

    private CodeFiles(
            Map<String, Path> folders, boolean allCopied, CodeOptions options, @Nullable ScratchFolder scratch) {
        this.folders = folders;
        this.allCopied = allCopied;
        this.options = options;
        this.scratch = scratch;
    }

    /** For images, which bring all they need. */
    static CodeFiles none() {
        return new CodeFiles(Map.of(), false, CodeOptions.DEFAULTS, null);
    }

    /**
     * Makes them ready.
     *
     * @param allCopied whether nothing is mounted
     * @throws InvalidOptionException if the code or a layer is not there
     */
    static CodeFiles of(String function, Zip zip, boolean allCopied, CodeOptions options) {
        check(function, "the code", zip.code());
        zip.layers().forEach(layer -> check(function, "the layer", layer));
        try {
            ScratchFolder scratch = ScratchFolder.open();
            try {
                Map<String, Path> folders = new TreeMap<>();
                folders.put(TASK, unpacked(zip.code(), scratch.path().resolve("task")));
                if (!zip.layers().isEmpty()) {
                    folders.put(OPT, merged(zip.layers(), scratch.path()));
                }
                return new CodeFiles(folders, allCopied, options, scratch);
            } catch (IOException | RuntimeException e) {
                scratch.close();
                throw e;
            }
        } catch (IOException e) {
            throw new SamException(
                    function + ": the code cannot be unpacked: " + e.getMessage(),
                    "Check that it is a zip or jar file and that the temporary folder has space",
                    e);
        }
    }

    private static void check(String function, String what, Path path) {
        if (!Files.exists(path)) {
            throw new InvalidOptionException(
                    function + ": " + what + " " + path + " does not exist", "Build the project first");
        }
    }

    private static Path unpacked(Path code, Path target) throws IOException {
        Path absolute = code.toAbsolutePath().normalize();
        if (Files.isDirectory(absolute)) {
            return absolute;
        }
        Files.createDirectory(target);
        Archive.unpack(absolute, target);
        return target;
    }

    /** A single layer is used where it is; of several, later ones win. */
    private static Path merged(List<Path> layers, Path scratch) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path layer : layers) {
            folders.add(unpacked(layer, scratch.resolve("layer-" + folders.size())));
        }
        if (folders.size() == 1) {
            return folders.get(0);
        }
        Path opt = Files.createDirectory(scratch.resolve("opt"));
        for (Path folder : folders) {
            Files.walkFileTree(folder, new MergeInto(folder, opt));
        }
        return opt;
    }

    /** Whether any of them are copied in. */
    boolean areCopied() {
        return folders.values().stream().anyMatch(this::isCopied);
    }

    private boolean isCopied(Path folder) {
        return allCopied || options.nameOf(folder).isEmpty();
    }

    /** Of those that are not copied. */
    List<Mount> mounts() {
        List<Mount> mounts = new ArrayList<>();
        folders.forEach((target, folder) -> {
            if (!isCopied(folder)) {
                mounts.add(new Mount(options.nameOf(folder).orElseThrow(), target));
            }
        });
        Path code = folders.get(TASK);
        if (code != null && !isCopied(code)) {
            mounts.addAll(linksIn(code));
        }
        return mounts;
    }

    /** Links lead nowhere in a container, unless what they lead to is mounted in their place. */
    private List<Mount> linksIn(Path code) {
        List<Mount> mounts = new ArrayList<>();
        try (Stream<Path> entries = Files.list(code)) {
            for (Path entry : entries.filter(Files::isSymbolicLink).sorted().toList()) {
                String name = String.valueOf(entry.getFileName());
                boolean wanted = options.links() || (name.equals(NODE_MODULES) && Files.isDirectory(entry));
                if (wanted && Files.exists(entry)) {
                    options.nameOf(entry.toRealPath())
                            .ifPresent(source -> mounts.add(new Mount(source, TASK + "/" + name)));
                }
            }
        } catch (IOException e) {
            throw new SamException("The folder " + code + " cannot be read", "Check its permissions", e);
        }
        return mounts;
    }

    /** Of those that are copied. */
    InputStream tar() throws IOException {
        FolderTar tar = new FolderTar();
        folders.forEach((target, folder) -> {
            if (isCopied(folder)) {
                tar.with(target.substring(1) + "/", folder);
            }
        });
        return tar.stream();
    }

    /** Where in the container a file is, first in the code, then in the layers; empty if there is none of that name. */
    List<String> find(String name) {
        return List.of(TASK, OPT).stream()
                .filter(folders::containsKey)
                .filter(target -> Files.exists(folders.get(target).resolve(name)))
                .map(target -> target + "/" + name)
                .toList();
    }

    /** Names of the external extensions of the layers. */
    List<String> extensions() {
        Path opt = folders.get(OPT);
        Path folder = opt == null ? null : opt.resolve("extensions");
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SamException("The folder " + folder + " cannot be read", "Check its permissions", e);
        }
    }

    @Override
    public void close() {
        if (scratch != null) {
            scratch.close();
        }
    }
}
