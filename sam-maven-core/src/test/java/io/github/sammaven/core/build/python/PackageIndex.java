package io.github.sammaven.core.build.python;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A folder of Python packages for tests, made from nothing. */
record PackageIndex(Path folder) {

    private static final String BACKEND = """
            import os, zipfile
            def build_wheel(folder, settings=None, metadata=None):
                open("left-by-the-build", "w").write("x")
                info = "%1$s-%2$s.dist-info/"
                name = "%1$s-%2$s-%3$s.whl"
                with zipfile.ZipFile(os.path.join(folder, name), "w") as wheel:
                    wheel.writestr("%1$s.py", "made = 'from source'")
                    wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: %1$s\\nVersion: %2$s\\n")
                    wheel.writestr(info + "WHEEL",
                        "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: %3$s\\n")
                    wheel.writestr(info + "RECORD", "")
                return name
            """;

    /** A wheel whose one module {@code name.py} holds its tag. */
    Path wheel(String name, String version, String tag, String... requires) throws IOException {
        return wheel(name, version, tag, Map.of(name + ".py", "tag = '" + tag + "'\n"), requires);
    }

    Path wheel(String name, String version, String tag, Map<String, String> content, String... requires)
            throws IOException {
        String info = name + "-" + version + ".dist-info/";
        Map<String, String> files = new LinkedHashMap<>(content);
        StringBuilder metadata =
                new StringBuilder("Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n");
        for (String required : requires) {
            metadata.append("Requires-Dist: ").append(required).append('\n');
        }
        files.put(info + "METADATA", metadata.toString());
        files.put(info + "WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: " + tag + "\n");
        files.put(info + "entry_points.txt", "[console_scripts]\n" + name + " = " + name + ":main\n");
        files.put(info + "RECORD", String.join(",,\n", files.keySet()) + ",,\n" + info + "RECORD,,\n");
        Path file = folder.resolve(name + "-" + version + "-" + tag + ".whl");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    /** A source distribution that builds into a wheel with this tag, by a backend of its own. */
    Path source(String name, String version, String tag) throws IOException {
        Path file = folder.resolve(name + "-" + version + ".tar.gz");
        try (OutputStream output = Files.newOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(output))) {
            for (Map.Entry<String, String> entry : project(name, version, tag).entrySet()) {
                byte[] content = entry.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry header = new TarArchiveEntry(name + "-" + version + "/" + entry.getKey());
                header.setSize(content.length);
                tar.putArchiveEntry(header);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return file;
    }

    /** Writes the same as a project folder. */
    static void project(Path folder, String name, String version, String tag) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> entry : project(name, version, tag).entrySet()) {
            Files.writeString(folder.resolve(entry.getKey()), entry.getValue());
        }
    }

    private static Map<String, String> project(String name, String version, String tag) {
        return Map.of(
                "pyproject.toml",
                "[build-system]\nrequires = []\nbuild-backend = \"backend\"\nbackend-path = [\".\"]\n",
                "backend.py",
                BACKEND.formatted(name, version, tag),
                "PKG-INFO",
                "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n");
    }
}
