package io.github.sammaven.plugin.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.junit.jupiter.api.Test;

class PluginJarsTest {

    @Test
    void onlyWhatAChildJvmNeedsIsTakenFromThePluginsClassPath() {
        List<Artifact> artifacts = List.of(
                artifact("software.amazon.awssdk", "s3"),
                artifact("com.amazonaws", "aws-lambda-java-runtime-interface-client"),
                artifact("com.amazonaws", "aws-lambda-java-core"),
                artifact("com.amazonaws", "aws-lambda-java-serialization"),
                artifact("software.amazon.awssdk", "utils"),
                artifact("software.amazon.awssdk", "utils-lite"));

        assertThat(PluginJars.of(artifacts).jars())
                .extracting(Path::toString)
                .containsExactly(
                        "aws-lambda-java-runtime-interface-client-1.jar",
                        "aws-lambda-java-core-1.jar",
                        "aws-lambda-java-serialization-1.jar",
                        "utils-lite-1.jar");
    }

    private static Artifact artifact(String group, String id) {
        Artifact artifact =
                new DefaultArtifact(group, id, "1", "runtime", "jar", null, new DefaultArtifactHandler("jar"));
        artifact.setFile(new File(id + "-1.jar"));
        return artifact;
    }
}
