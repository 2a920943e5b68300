package io.github.sammaven.core.container;

import io.github.sammaven.core.problem.InvalidTemplateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is sent to an engine that builds an image: a folder without what its {@code .dockerignore} leaves out, and the
 * Dockerfile, which may be elsewhere. The archive depends on names, content, links and executable bits alone, so that the
 * engine's own cache finds what it has built before, whoever checked the sources out and when.
 */
public final class BuildContext {

    private static final String IGNORE_FILE = ".dockerignore";
    private static final int NAME_DIGITS = 12;

    private final SortedMap<String, ContextEntry> entries;
    private final String dockerfile;

    private BuildContext(SortedMap<String, ContextEntry> entries, String dockerfile) {
        this.entries = entries;
        this.dockerfile = dockerfile;
    }

    /**
     * Looks what there is; files are read when they are needed.
     *
     * @param folder exists
     * @param dockerfile relative to the folder, or absolute; exists
     * @throws InvalidTemplateException naming patterns that are none, and links that lead out of the folder
     */
    public static BuildContext of(Path folder, String dockerfile) throws IOException {
        Path root = folder.toRealPath();
        Path recipe = root.resolve(dockerfile).normalize();
        Path ignoreFile = ignoreFile(root, recipe);
        List<String> rules =
                Files.isRegularFile(ignoreFile) ? Files.readAllLines(ignoreFile, StandardCharsets.UTF_8) : List.of();
        DockerIgnore ignore = DockerIgnore.parse(ignoreFile.getFileName().toString(), rules);
        SortedMap<String, ContextEntry> entries = new TreeMap<>();
        ContextWalk walk = new ContextWalk(root, ignore, entries);
        boolean within = recipe.startsWith(root);
        if (within) {
            // Files the engine needs are sent even if the rules leave them out; it takes them away itself then.
            walk.always(recipe);
        }
        if (ignoreFile.startsWith(root) && Files.isRegularFile(ignoreFile)) {
            walk.always(ignoreFile);
        }
        walk.run();
        String name = within
                ? root.relativize(recipe).toString().replace('\\', '/')
                : bringIn(recipe, ignoreFile, rules, entries);
        return new BuildContext(entries, name);
    }

    /** The one of the Dockerfile wins. */
    private static Path ignoreFile(Path root, Path dockerfile) {
        Path own = dockerfile.resolveSibling(dockerfile.getFileName() + IGNORE_FILE);
        return Files.isRegularFile(own) ? own : root.resolve(IGNORE_FILE);
    }

    /** Adds a Dockerfile from elsewhere, and has the engine take it away before anything is copied. */
    private static String bringIn(
            Path dockerfile, Path ignoreFile, List<String> rules, SortedMap<String, ContextEntry> entries)
            throws IOException {
        byte[] content = Files.readAllBytes(dockerfile);
        String hash = HexFormat.of().formatHex(sha256().digest(content));
        String name = ".dockerfile." + hash.substring(0, NAME_DIGITS);
        entries.put(name, new ContextEntry.Text(content));
        boolean plain = ignoreFile.getFileName().toString().equals(IGNORE_FILE);
        List<String> lines = new ArrayList<>(plain ? rules : List.of());
        lines.add(name);
        if (!entries.containsKey(IGNORE_FILE)) {
            lines.add(IGNORE_FILE);
        }
        String text = String.join("\n", lines) + "\n";
        entries.put(IGNORE_FILE, new ContextEntry.Text(text.getBytes(StandardCharsets.UTF_8)));
        return name;
    }

    /** Name of the Dockerfile in the archive. */
    public String dockerfile() {
        return dockerfile;
    }

    /** Names in the archive, in its order; those of folders without a slash behind. */
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /** The archive, made while it is read: no file is ever in memory as a whole. */
    public InputStream stream() {
        return new ContextStream(entries);
    }

    /** SHA-256 of the archive, in hex. */
    public String fingerprint() throws IOException {
        MessageDigest digest = sha256();
        try (InputStream archive = new DigestInputStream(stream(), digest)) {
            archive.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
