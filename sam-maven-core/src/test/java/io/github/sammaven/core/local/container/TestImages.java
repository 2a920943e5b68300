package io.github.sammaven.core.local.container;

import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.local.files.FolderTar;
import io.github.sammaven.core.local.process.ProcessFunctionRunner;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Images in the shape of Lambda's own, made of what this machine has, without any registry: {@code /lambda-entrypoint.sh},
 * {@code /var/runtime}, {@code /var/task}, a shell. They are kept under a name that comes from what is in them.
 */
final class TestImages {

    private static final Map<String, String> MADE = new ConcurrentHashMap<>();
    private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");
    private static final Set<String> PYTHON_LEFT_OUT = Set.of(
            "site-packages", "test", "tests", "idlelib", "tkinter", "ensurepip", "lib2to3", "turtledemo", "pydoc_data");
    private static final Pattern PYTHON_MODULES = Pattern.compile(
            "(_socket|_json|_struct|math|select|_posixsubprocess|_datetime|_random|_bisect|_queue|_sha.*|_md5|_blake2"
                    + "|zlib|binascii|array|unicodedata|_heapq|_pickle|_contextvars|fcntl|grp|_opcode)\\..*so");

    private TestImages() {}

    /** AWS's Java client on a small JRE. */
    static String java() {
        return made("java", TestImages::javaFiles);
    }

    /** Our Python bootstrap, and an emulator. */
    static String python() {
        return made("python", TestImages::pythonFiles);
    }

    /** Our Node.js bootstrap. */
    static String node() {
        return made("node", TestImages::nodeFiles);
    }

    private interface Content {
        void writeTo(Path root) throws IOException;
    }

    private static synchronized String made(String kind, Content content) {
        String present = MADE.get(kind);
        if (present != null) {
            return present;
        }
        try {
            String name = make(kind, content);
            MADE.put(kind, name);
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String make(String kind, Content content) throws IOException {
        Path context = Files.createTempDirectory("sam-test-image-");
        try {
            Path root = Files.createDirectory(context.resolve("root"));
            for (String folder :
                    List.of("var/task", "var/runtime/lib", "var/lang/bin", "opt", "usr/local/bin", "bin")) {
                Files.createDirectories(root.resolve(folder));
            }
            Path tmp = Files.createDirectory(root.resolve("tmp"));
            Files.setPosixFilePermissions(tmp, PosixFilePermissions.fromString("rwxrwxrwx"));
            for (String tool : List.of("/bin/sh", "/bin/cat", "/bin/ls", "/bin/sleep", "/usr/bin/env")) {
                program(root, Path.of(tool), tool);
            }
            script(root, "lambda-entrypoint.sh", "lambda-entrypoint.sh");
            content.writeTo(root);
            Files.writeString(context.resolve("Dockerfile"), """
                    FROM scratch
                    COPY root/ /
                    ENV PATH=/var/lang/bin:/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 LAMBDA_TASK_ROOT=/var/task \
                    LAMBDA_RUNTIME_DIR=/var/runtime LD_LIBRARY_PATH=/var/lang/lib JAVA_HOME=/var/jre
                    WORKDIR /var/task
                    ENTRYPOINT ["/lambda-entrypoint.sh"]
                    """);
            ContainerEngine engine = TestEngine.get();
            ImageRecipe recipe =
                    new ImageRecipe("Dockerfile", Map.of(), Optional.empty(), Architecture.X86_64, Map.of(), false);
            try (InputStream tar = new FolderTar().with("", context).stream()) {
                String id = engine.images().build(recipe, tar, line -> {});
                engine.images().tag(id, "sam-local-test/" + kind, "latest");
                return "sam-local-test/" + kind + ":latest";
            }
        } finally {
            try (Stream<Path> files = Files.walk(context)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void javaFiles(Path root) throws IOException {
        Path home = Path.of(System.getProperty("java.home"));
        Path jlink = home.resolve("bin/jlink");
        Assumptions.assumeTrue(Files.isExecutable(jlink), "no jlink in " + home);
        run(List.of(
                jlink.toString(),
                "--strip-debug",
                "--no-man-pages",
                "--no-header-files",
                "--generate-cds-archive",
                "--add-modules",
                "java.base,java.logging,java.naming,java.sql,java.management,jdk.unsupported,jdk.jdwp.agent",
                "--output",
                root.resolve("var/jre").toString()));
        try (Stream<Path> files = Files.walk(root.resolve("var/jre"))) {
            for (Path file : files.filter(TestImages::isBinary).toList()) {
                libraries(root, file);
            }
        }
        for (String name : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String jar = Path.of(name).getFileName().toString();
            if (jar.matches(
                    "(aws-lambda-java-(core|serialization|runtime-interface-client|events)|utils-lite)-.*jar")) {
                Files.copy(Path.of(name), root.resolve("var/runtime/lib").resolve(jar));
            }
        }
        for (String library : List.of("libgcc_s.so.1", "libstdc++.so.6", "librt.so.1")) {
            copyLibrary(root, Path.of("/lib/x86_64-linux-gnu", library), Path.of("/usr/lib/x86_64-linux-gnu", library));
        }
        script(root, "bootstrap-java.sh", "var/runtime/bootstrap");
    }

    private static boolean isBinary(Path file) {
        return file.toString().endsWith(".so") || file.toString().endsWith("/bin/java");
    }

    private static void copyLibrary(Path root, Path... places) throws IOException {
        for (Path place : places) {
            if (Files.exists(place)) {
                Path target = root.resolve(place.toString().substring(1));
                Files.createDirectories(target.getParent());
                Files.copy(place, target, StandardCopyOption.REPLACE_EXISTING);
                return;
            }
        }
    }

    private static void pythonFiles(Path root) throws IOException {
        String[] facts = run(List.of(
                        onPath("python3"),
                        "-c",
                        "import os,sys,sysconfig; print(os.path.realpath(sys.executable)); print(sysconfig.get_path('stdlib'))"))
                .split("\n");
        Path stdlib = Path.of(facts[1]);
        program(root, Path.of(facts[0]), "/var/lang/bin/python3");
        Files.createSymbolicLink(root.resolve("var/lang/bin").resolve(stdlib.getFileName()), Path.of("python3"));
        Path target = root.resolve("var/lang/lib").resolve(stdlib.getFileName());
        Files.createDirectories(target);
        Files.walkFileTree(stdlib, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                String name = folder.getFileName().toString();
                if (PYTHON_LEFT_OUT.contains(name) || name.startsWith("config-")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(target.resolve(stdlib.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                boolean module = file.toString().endsWith(".so");
                String name = file.getFileName().toString();
                if (!module || PYTHON_MODULES.matcher(name).matches()) {
                    Files.copy(
                            file,
                            target.resolve(stdlib.relativize(file)),
                            StandardCopyOption.COPY_ATTRIBUTES,
                            StandardCopyOption.REPLACE_EXISTING);
                    if (module) {
                        libraries(root, file);
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        resource(root, "bootstrap.py");
        script(root, "bootstrap-python.sh", "var/runtime/bootstrap");
        script(root, "aws-lambda-rie.py", "usr/local/bin/aws-lambda-rie");
    }

    private static void nodeFiles(Path root) throws IOException {
        Path node =
                Path.of(run(List.of(onPath("node"), "-p", "process.execPath")).strip());
        program(root, node, "/var/lang/bin/node");
        resource(root, "bootstrap.mjs");
        script(root, "bootstrap-node.sh", "var/runtime/bootstrap");
    }

    private static String onPath(String program) {
        Optional<Path> found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), program + " is not on the PATH");
        return found.orElseThrow().toString();
    }

    private static void program(Path root, Path from, String to) throws IOException {
        Path target = root.resolve(to.substring(1));
        Files.createDirectories(target.getParent());
        Files.copy(from, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        libraries(root, from);
    }

    private static void libraries(Path root, Path binary) throws IOException {
        Matcher found = LIBRARY.matcher(run(List.of("ldd", binary.toString())));
        while (found.find()) {
            Path library = Path.of(found.group(1));
            if (library.startsWith(root)) {
                continue;
            }
            Path target = root.resolve(library.toString().substring(1));
            if (library.toString().contains("libpython")) {
                target = root.resolve("var/lang/lib").resolve(library.getFileName());
            }
            if (!Files.exists(target)) {
                Files.createDirectories(target.getParent());
                Files.copy(library, target);
            }
        }
    }

    private static void resource(Path root, String name) throws IOException {
        try (InputStream bytes = ProcessFunctionRunner.class.getResourceAsStream(name)) {
            Files.copy(bytes, root.resolve("var/runtime").resolve(name));
        }
    }

    private static void script(Path root, String resource, String target) throws IOException {
        Path file = root.resolve(target);
        try (InputStream bytes = TestImages.class.getResourceAsStream(resource)) {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String run(List<String> command) throws IOException {
        List<String> words = new ArrayList<>(command);
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0 && !output.contains("not a dynamic executable")) {
                throw new IOException(words + ": " + output);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return output;
    }
}
