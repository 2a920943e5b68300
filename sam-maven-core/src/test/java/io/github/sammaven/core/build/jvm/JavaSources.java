package io.github.sammaven.core.build.jvm;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Real classes for tests, compiled from sources given as text, and jars of them. */
public final class JavaSources {

    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|record) (\\w+)");

    private JavaSources() {}

    /** Compiles for Java 17. */
    public static Path compile(Path folder, String... sources) throws IOException {
        return compile(folder, 17, List.of(), sources);
    }

    public static Path compile(Path folder, int release, List<Path> classPath, String... sources) throws IOException {
        Files.createDirectories(folder);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = new ArrayList<>(List.of(
                "--release", Integer.toString(release), "-d", folder.toString(), "-proc:none", "-Xlint:-options"));
        List<String> path = new ArrayList<>(List.of(System.getProperty("java.class.path"), folder.toString()));
        classPath.forEach(entry -> path.add(entry.toString()));
        options.addAll(List.of("-classpath", String.join(System.getProperty("path.separator"), path)));
        List<JavaFileObject> files =
                Arrays.stream(sources).map(JavaSources::file).toList();
        StringWriter errors = new StringWriter();
        if (!compiler.getTask(errors, null, null, options, null, files).call()) {
            throw new IllegalArgumentException(errors.toString());
        }
        return folder;
    }

    private static JavaFileObject file(String source) {
        Matcher named = PACKAGE.matcher(source);
        String folder = named.find() ? named.group(1).replace('.', '/') + "/" : "";
        Matcher type = TYPE.matcher(source);
        if (!type.find()) {
            throw new IllegalArgumentException("no type in " + source);
        }
        return new SimpleJavaFileObject(
                URI.create("mem:///" + folder + type.group(1) + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    /** A jar of all files below a folder. */
    public static Path jar(Path jar, Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return write(jar, files);
    }

    /** A jar of texts. */
    public static Path jar(Path jar, Map<String, String> files) throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return write(jar, bytes);
    }

    private static Path write(Path jar, Map<String, byte[]> files) throws IOException {
        Files.createDirectories(jar.getParent());
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return jar;
    }
}
