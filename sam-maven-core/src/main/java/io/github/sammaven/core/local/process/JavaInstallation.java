package io.github.sammaven.core.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java runtime on this machine.
 *
 * @param home its folder, what {@code JAVA_HOME} would be
 * @param feature 8, 17, 21, ...
 * @param version in full, as it writes it itself
 */
record JavaInstallation(Path home, int feature, String version) {

    private static final Pattern VERSION =
            Pattern.compile("^JAVA_VERSION=\"((?:1\\.)?(\\d+)[^\"]*)\"", Pattern.MULTILINE);

    /** The one we run in. */
    static JavaInstallation own() {
        return new JavaInstallation(
                Path.of(System.getProperty("java.home")),
                Runtime.version().feature(),
                Runtime.version().toString());
    }

    /** Reads the {@code release} file; empty if the folder holds no Java runtime. */
    static Optional<JavaInstallation> in(Path home) {
        if (!Files.isExecutable(program(home))) {
            return Optional.empty();
        }
        try {
            Matcher version = VERSION.matcher(Files.readString(home.resolve("release"), StandardCharsets.UTF_8));
            return version.find()
                    ? Optional.of(new JavaInstallation(home, Integer.parseInt(version.group(2)), version.group(1)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    String program() {
        return program(home).toString();
    }

    private static Path program(Path home) {
        Path windows = home.resolve("bin").resolve("java.exe");
        return Files.exists(windows) ? windows : home.resolve("bin").resolve("java");
    }
}
