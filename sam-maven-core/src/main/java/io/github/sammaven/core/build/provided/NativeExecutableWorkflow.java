package io.github.sammaven.core.build.provided;

import io.github.sammaven.core.build.binary.NativeFile;
import io.github.sammaven.core.build.folder.ArtifactLayout;
import io.github.sammaven.core.build.folder.ContentMirror;
import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.folder.ScratchFolder;
import io.github.sammaven.core.build.jvm.BuildOutput;
import io.github.sammaven.core.build.jvm.JavaModules;
import io.github.sammaven.core.build.workflow.BuildInputs;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.BuildWorkflow;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Takes the native executable a module of the running build has made (GraalVM's Maven plugin, Quarkus, Micronaut) as
 * {@code bootstrap}: what {@code function.zip} in its build folder holds, or else the one Linux program there, with the
 * libraries beside it.
 */
public final class NativeExecutableWorkflow implements BuildWorkflow {

    private static final String BOOTSTRAP = "bootstrap";
    private static final String ARCHIVE = "function.zip";
    private static final String RUNNER = "-runner";
    private static final String ON_SUCH_A_MACHINE =
            "native-image builds for the machine it runs on: build on one like the function's, or set Architectures";

    private final JavaModules modules;
    private final FolderContent content;

    public NativeExecutableWorkflow(JavaModules modules, FolderContent content) {
        this.modules = modules;
        this.content = content;
    }

    /** Whether the code folder is a module of the running build. */
    public boolean isFor(BuildTarget target) {
        return modules.moduleAt(target.code().path()).isPresent();
    }

    @Override
    public BuildInputs inputs(BuildTarget target) throws IOException {
        TreeMap<String, String> settings = new TreeMap<>();
        settings.put("architecture", target.architecture().lambdaName());
        Path output = outputFolder(target);
        Path archive = output.resolve(ARCHIVE);
        List<Path> files = Files.isRegularFile(archive)
                ? List.of(archive)
                : List.copyOf(natives(output, target).values());
        return new BuildInputs(files, settings);
    }

    @Override
    public void build(BuildTarget target, Path folder) throws IOException {
        Path output = outputFolder(target);
        Path archive = output.resolve(ARCHIVE);
        try (ScratchFolder scratch = ScratchFolder.create()) {
            Map<String, Path> files = Files.isRegularFile(archive)
                    ? unpacked(archive, scratch.newFolder("function"), target)
                    : natives(output, target);
            Path program = scratch.newFolder("program").resolve(BOOTSTRAP);
            ProgramCheck.check(files.get(BOOTSTRAP), target, ON_SUCH_A_MACHINE);
            Files.copy(files.get(BOOTSTRAP), program);
            makeExecutable(program);
            files.put(BOOTSTRAP, program);
            new ContentMirror().write(ArtifactLayout.of(files), folder);
        }
    }

    private Path outputFolder(BuildTarget target) {
        return modules.moduleAt(target.code().path())
                .map(BuildOutput::classes)
                .map(Path::getParent)
                .orElseThrow(() -> new InvalidTemplateException(Problem.error(
                        target.code().mark(),
                        target.id() + ": " + target.code().written() + " is no module of this build",
                        "let CodeUri name the module that makes the native executable")));
    }

    private Map<String, Path> natives(Path output, BuildTarget target) throws IOException {
        Map<String, Path> programs = new TreeMap<>();
        Map<String, Path> libraries = new TreeMap<>();
        if (Files.isDirectory(output)) {
            try (Stream<Path> files = Files.list(output)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = file.getFileName().toString();
                    if (NativeFile.read(file).isPresent()) {
                        (name.endsWith(".so") ? libraries : programs).put(name, file);
                    }
                }
            }
        }
        libraries.put(BOOTSTRAP, chosen(programs, output, target));
        return libraries;
    }

    private static Path chosen(Map<String, Path> programs, Path output, BuildTarget target) {
        if (programs.containsKey(BOOTSTRAP)) {
            return programs.get(BOOTSTRAP);
        }
        Map<String, Path> runners = programs.entrySet().stream()
                .filter(program -> program.getKey().endsWith(RUNNER))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<String, Path> candidates = runners.isEmpty() ? programs : runners;
        if (candidates.size() == 1) {
            return candidates.values().iterator().next();
        }
        throw new InvalidTemplateException(Problem.error(
                target.code().mark(),
                target.id() + ": "
                        + (candidates.isEmpty()
                                ? "there is no native executable in " + output
                                : "there are several native executables in " + output + ": "
                                        + String.join(", ", candidates.keySet())),
                candidates.isEmpty()
                        ? "let the module make one (native-maven-plugin's compile-no-fork in phase package, or"
                                + " Quarkus' -Dnative), often in a profile: mvn -Pnative package"
                        : "name one of them " + BOOTSTRAP + " (<imageName>)"));
    }

    private Map<String, Path> unpacked(Path archive, Path folder, BuildTarget target) throws IOException {
        try (InputStream input = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(input)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException(archive + " has an entry that leads out of it: " + entry.getName());
                }
                if (!entry.isDirectory()) {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
        Map<String, Path> files = new TreeMap<>(content.of(folder));
        if (!files.containsKey(BOOTSTRAP)) {
            throw new InvalidTemplateException(Problem.error(
                    target.code().mark(),
                    target.id() + ": " + archive + " holds no " + BOOTSTRAP,
                    "it is that of a Java function; build a native executable (Quarkus: -Dnative), or set Runtime to"
                            + " java17 or another Java"));
        }
        return files;
    }

    private static void makeExecutable(Path program) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(program, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
