package io.github.sammaven.core.build.jvm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** File names of jars that come to lie in one folder. */
final class JarNames {

    private JarNames() {}

    /** Two jars of one file name get their group id in front, as Maven's own copy goals do. */
    static Map<String, RuntimeJar> unique(List<RuntimeJar> jars) {
        Map<String, Long> uses =
                jars.stream().collect(Collectors.groupingBy(RuntimeJar::fileName, Collectors.counting()));
        Map<String, RuntimeJar> named = new LinkedHashMap<>();
        for (RuntimeJar jar : jars) {
            boolean unique = uses.getOrDefault(jar.fileName(), 0L) == 1;
            named.put(unique ? jar.fileName() : jar.groupId() + "." + jar.fileName(), jar);
        }
        return named;
    }
}
