package io.github.sammaven.core.build.nodejs;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which of the files in a project folder matter. */
final class NodeFiles {

    static final String MODULES = "node_modules/";

    /** What npm and compilers leave for themselves: with paths of this machine, and of no use in Lambda. */
    private static final Pattern LEFTOVERS = Pattern.compile(
            "(.*/)?(node_modules/\\.bin/.*"
                    + "|node_modules/\\.package-lock\\.json|node_modules/\\.cache/.*|\\.npmrc"
                    + "|build/(Makefile|config\\.gypi|[^/]*\\.mk|binding\\.Makefile)|build/Release/(obj\\.target|\\.deps|obj)/.*)");

    private NodeFiles() {}

    /** Without installed packages: they are installed anew. */
    static boolean isSource(String name) {
        return !name.startsWith(MODULES) && !name.contains("/" + MODULES);
    }

    /** Installed packages, fit for an artifact. */
    static Map<String, Path> modules(Map<String, Path> project) {
        Map<String, Path> modules = new TreeMap<>();
        project.forEach((name, file) -> {
            if (name.startsWith(MODULES) && isWanted(name)) {
                modules.put(name, file);
            }
        });
        return modules;
    }

    static Map<String, Path> sources(Map<String, Path> code, Set<String> packed) {
        Map<String, Path> sources = new TreeMap<>(code);
        sources.keySet().retainAll(packed);
        sources.keySet().removeIf(name -> !isWanted(name));
        return sources;
    }

    static boolean isWanted(String name) {
        return !LEFTOVERS.matcher(name).matches();
    }
}
