package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.local.process.JavaRuntimeJars;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;

/** The jars a child JVM needs, found among those Maven has resolved for this plugin. */
public final class PluginJars {

    private static final Set<String> INTERFACE_CLIENT = Set.of(
            "aws-lambda-java-runtime-interface-client",
            "aws-lambda-java-core",
            "aws-lambda-java-serialization",
            "utils-lite");
    private static final Set<String> LOOP =
            Set.of("sam-maven-core", "aws-lambda-java-core", "aws-lambda-java-serialization");

    private PluginJars() {}

    /** @param pluginArtifacts the plugin's class path, {@code ${plugin.artifacts}} */
    public static JavaRuntimeJars of(List<Artifact> pluginArtifacts) {
        return new JavaRuntimeJars(files(pluginArtifacts, INTERFACE_CLIENT), files(pluginArtifacts, LOOP));
    }

    private static List<Path> files(List<Artifact> artifacts, Set<String> names) {
        return artifacts.stream()
                .filter(artifact -> names.contains(artifact.getArtifactId()))
                .map(artifact -> artifact.getFile().toPath())
                .toList();
    }
}
