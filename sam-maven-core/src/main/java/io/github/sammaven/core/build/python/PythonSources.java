package io.github.sammaven.core.build.python;

import io.github.sammaven.core.build.folder.FolderContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a code folder that go into the artifact: all but virtual environments, caches and byte code. */
final class PythonSources {

    private static final Set<String> CACHES =
            Set.of("__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".tox", ".nox", ".venv");

    private final FolderContent content;

    PythonSources(FolderContent content) {
        this.content = content;
    }

    Map<String, Path> of(Path folder) throws IOException {
        Map<String, Path> all = content.of(folder);
        Set<String> environments = new HashSet<>();
        all.keySet().stream()
                .filter(name -> name.endsWith("/pyvenv.cfg"))
                .forEach(name -> environments.add(name.substring(0, name.lastIndexOf('/') + 1)));
        Map<String, Path> wanted = new TreeMap<>();
        all.forEach((name, file) -> {
            if (isWanted(name) && environments.stream().noneMatch(name::startsWith)) {
                wanted.put(name, file);
            }
        });
        return wanted;
    }

    /** Whether a file may be part of an artifact or of a package that is made from sources. */
    static boolean isWanted(String name) {
        if (name.endsWith(".pyc")) {
            return false;
        }
        for (String part : name.split("/")) {
            if (CACHES.contains(part)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a virtual environment lies in {@code folder}; also if that cannot be told. */
    static boolean holdsEnvironment(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.anyMatch(child -> Files.isRegularFile(child.resolve("pyvenv.cfg")));
        } catch (IOException unreadable) {
            return true;
        }
    }

    /** Files by which other package managers are known, as far as they are there. */
    static List<String> otherManifests(Path folder) {
        return Stream.of("uv.lock", "poetry.lock", "Pipfile.lock", "Pipfile", "pyproject.toml")
                .filter(name -> Files.isRegularFile(folder.resolve(name)))
                .toList();
    }
}
