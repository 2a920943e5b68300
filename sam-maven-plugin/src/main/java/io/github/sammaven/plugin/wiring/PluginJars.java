package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.local.process.JavaRuntimeJars;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;

/** The jars a child JVM needs, found among those Maven has resolved for this plugin. */
public final class PluginJars {

    private static final Set<String> NEEDED = Set.of(
            "aws-lambda-java-runtime-interface-client",
            "aws-lambda-java-core",
            "aws-lambda-java-serialization",
            "utils-lite");

    private PluginJars() {}

    /** @param pluginArtifacts the plugin's class path, {@code ${plugin.artifacts}} */
    public static JavaRuntimeJars of(List<Artifact> pluginArtifacts) {
        return new JavaRuntimeJars(pluginArtifacts.stream()
                .filter(artifact -> NEEDED.contains(artifact.getArtifactId()))
                .map(artifact -> artifact.getFile().toPath())
                .toList());
    }
}
