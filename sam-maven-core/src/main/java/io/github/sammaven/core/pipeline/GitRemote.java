package io.github.sammaven.core.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a repository is kept.
 *
 * @param host {@code github.com}
 * @param path {@code owner/name}
 */
public record GitRemote(String host, String path) {

    private static final Pattern URL =
            Pattern.compile("url\\s*=\\s*(?:[a-z+]+://)?(?:[^@/]+@)?([^/:]+)(?::\\d+)?[:/]+(.+?)(?:\\.git)?/?");

    /** Those of a repository, in the order of its configuration; none if it has none or cannot be read. */
    public static List<GitRemote> of(Path root) {
        Path config = root.resolve(".git/config");
        if (!Files.isRegularFile(config)) {
            return List.of();
        }
        try {
            return Files.readAllLines(config).stream()
                    .map(line -> parse(line.strip()))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static Optional<GitRemote> parse(String line) {
        Matcher parts = URL.matcher(line);
        return parts.matches() ? Optional.of(new GitRemote(parts.group(1), parts.group(2))) : Optional.empty();
    }
}
