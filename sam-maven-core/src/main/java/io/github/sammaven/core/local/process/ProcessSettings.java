package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.debug.DebugOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the process runner works with.
 *
 * @param jars class path of Java's child JVMs
 * @param javaClient what talks to the Runtime API there
 * @param javaHomes Java runtimes by version, those of Maven's toolchains; for other versions the machine is searched
 * @param cache folder for what makes later starts faster; made when needed; empty to keep nothing
 * @param debugging how to open functions to a debugger; empty to run them as they are
 * @param shell our own environment: of it the children get {@code PATH} and what their system cannot do without
 */
public record ProcessSettings(
        JavaRuntimeJars jars,
        JavaClient javaClient,
        Map<Integer, Path> javaHomes,
        Optional<Path> cache,
        Optional<DebugOptions> debugging,
        Map<String, String> shell) {

    public ProcessSettings {
        javaHomes = Map.copyOf(javaHomes);
        shell = Map.copyOf(shell);
    }

    /** Without given Java runtimes, cache and debugger. */
    public static ProcessSettings of(JavaRuntimeJars jars, JavaClient javaClient, Map<String, String> shell) {
        return new ProcessSettings(jars, javaClient, Map.of(), Optional.empty(), Optional.empty(), shell);
    }

    public ProcessSettings withJavaHomes(Map<Integer, Path> homes) {
        return new ProcessSettings(jars, javaClient, homes, cache, debugging, shell);
    }

    public ProcessSettings withCache(Path folder) {
        return new ProcessSettings(jars, javaClient, javaHomes, Optional.of(folder), debugging, shell);
    }

    public ProcessSettings withDebugging(DebugOptions wanted) {
        return new ProcessSettings(jars, javaClient, javaHomes, cache, Optional.of(wanted), shell);
    }
}
