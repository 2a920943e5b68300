package io.github.sammaven.plugin.reactor;

import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/**
 * Finds the jar in which a module's own build has put the module and its dependencies together. Which of the module's
 * jars that is the jars tell themselves: it is the one with classes that the module has not compiled, so that no setting
 * of the plugin (classifier, name, attached or in place of the main jar) needs to be known.
 */
final class ShadedJar {

    private static final Set<String> MAKERS = Set.of("shade", "single");
    private static final Set<String> NOT_RUN = Set.of("sources", "javadoc", "tests", "test-sources");

    private ShadedJar() {}

    /** Empty if the pom asks for none, and also before the phase that makes it. */
    static Optional<Path> of(MavenProject project, Path classes) {
        if (!asksForOne(project)) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(project.getArtifact()), project.getAttachedArtifacts().stream())
                .filter(artifact -> artifact != null && isJar(artifact))
                .map(artifact -> artifact.getFile().toPath())
                .filter(jar -> holdsMoreThan(classes, jar))
                .findFirst();
    }

    private static boolean asksForOne(MavenProject project) {
        return Stream.of(
                        "org.apache.maven.plugins:maven-shade-plugin", "org.apache.maven.plugins:maven-assembly-plugin")
                .map(project::getPlugin)
                .filter(plugin -> plugin != null)
                .map(Plugin::getExecutions)
                .flatMap(executions -> executions.stream())
                .anyMatch(execution -> execution.getGoals().stream().anyMatch(MAKERS::contains));
    }

    private static boolean isJar(Artifact artifact) {
        return artifact.getFile() != null
                && artifact.getFile().isFile()
                && artifact.getFile().getName().endsWith(".jar")
                && !NOT_RUN.contains(artifact.getClassifier() == null ? "" : artifact.getClassifier());
    }

    private static boolean holdsMoreThan(Path classes, Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            boolean nested = zip.getEntry("BOOT-INF/") != null || zip.getEntry("WEB-INF/") != null;
            return !nested
                    && zip.stream()
                            .map(ZipEntry::getName)
                            .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                            .anyMatch(name -> !Files.exists(classes.resolve(name)));
        } catch (IOException unreadable) {
            throw new SamException(jar + " cannot be read: " + unreadable.getMessage(), "", unreadable);
        }
    }
}
