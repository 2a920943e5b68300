package io.github.sammaven.core.ignore;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a folder of code keeps out of its artifact: the {@code .samignore} files in it and in folders below, in the syntax of
 * {@code .gitignore}, the deepest first. Files of version control, editors, caches and this build are left out unless a
 * {@code .samignore} takes that back. For one walk over the folder, by one thread.
 */
public final class SamIgnore {

    /** The name of the files with the rules. */
    public static final String FILE = ".samignore";

    private static final IgnoreRules DEFAULTS = IgnoreRules.parse("""
            .git
            .svn
            .hg
            .idea
            .vscode
            .DS_Store
            Thumbs.db
            .aws-sam
            __pycache__
            *.pyc
            .venv
            .pytest_cache
            .mypy_cache
            .ruff_cache
            .tox
            .nox
            .samignore
            """);

    private final Path root;
    private final Path buildFolder;
    private final Map<Path, IgnoreRules> rules = new HashMap<>();

    /**
     * @param root the folder of code; rules above it do not count
     * @param buildFolder Maven's build folder
     */
    public SamIgnore(Path root, Path buildFolder) {
        this.root = root;
        this.buildFolder = buildFolder;
    }

    /**
     * Whether {@code path} stays out of the artifact. What lies below a folder that does is out as well and is not to be asked
     * for.
     *
     * @param path below the root
     * @param folder whether it is a folder
     * @throws IOException in words for a person if a {@code .samignore} is not UTF-8 text
     */
    public boolean excludes(Path path, boolean folder) throws IOException {
        for (Path base = path.getParent(); base != null && base.startsWith(root); base = base.getParent()) {
            Optional<Boolean> verdict = rulesOf(base).excludes(name(base, path), folder);
            if (verdict.isPresent()) {
                return verdict.get();
            }
        }
        return DEFAULTS.excludes(name(root, path), folder).orElse(folder && isBuildOutput(path));
    }

    /** {@code target} is a common name: only what Maven makes is meant. */
    private boolean isBuildOutput(Path path) {
        return path.equals(buildFolder)
                || path.endsWith("target") && Files.isRegularFile(path.resolveSibling("pom.xml"));
    }

    private IgnoreRules rulesOf(Path folder) throws IOException {
        IgnoreRules known = rules.get(folder);
        if (known == null) {
            Path file = folder.resolve(FILE);
            known = Files.isRegularFile(file) ? read(file) : IgnoreRules.NONE;
            rules.put(folder, known);
        }
        return known;
    }

    private static IgnoreRules read(Path file) throws IOException {
        try {
            return IgnoreRules.parse(Files.readString(file));
        } catch (CharacterCodingException notUtf8) {
            throw new IOException(file + " is not UTF-8 text", notUtf8);
        }
    }

    private static String name(Path base, Path path) {
        return base.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
