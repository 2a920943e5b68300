package io.github.sammaven.plugin.reactor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/** What the poms say about how the project is built. */
public final class PipelinePom {

    private static final int OLDEST_JDK = 17;

    private final MavenSession session;
    private final MavenProject project;
    private final PluginDescriptor self;

    /** @param self this plugin */
    public PipelinePom(MavenSession session, MavenProject project, PluginDescriptor self) {
        this.session = session;
        this.project = project;
        this.self = self;
    }

    /** How Maven is called at the root of the project. */
    public String maven() {
        return Files.exists(Path.of(session.getExecutionRootDirectory(), "mvnw")) ? "./mvnw" : "mvn";
    }

    /** What comes before the name of a goal: the prefix where Maven finds it by the root pom, else the coordinates. */
    public String goals() {
        MavenProject root = session.getTopLevelProject();
        boolean known = Stream.concat(
                        root.getBuildPlugins().stream(),
                        root.getPluginManagement() == null
                                ? Stream.<Plugin>empty()
                                : root.getPluginManagement().getPlugins().stream())
                .anyMatch(plugin -> plugin.getKey().equals(self.getGroupId() + ":" + self.getArtifactId()));
        return known
                ? self.getGoalPrefix() + ":"
                : self.getGroupId() + ":" + self.getArtifactId() + ":" + self.getVersion() + ":";
    }

    /** Whether the pom of the module with the template calls {@code package} in the build. */
    public boolean packages() {
        Plugin plugin = project.getPlugin(self.getGroupId() + ":" + self.getArtifactId());
        return plugin != null
                && plugin.getExecutions().stream()
                        .anyMatch(execution -> execution.getGoals().contains("package"));
    }

    /** The JDK the build needs: what the compiler writes for, but at least what this plugin runs on. */
    public int javaVersion() {
        Properties properties = project.getProperties();
        return Stream.of("maven.compiler.release", "maven.compiler.target", "java.version")
                .map(properties::getProperty)
                .filter(Objects::nonNull)
                .flatMapToInt(PipelinePom::feature)
                .map(version -> Math.max(version, OLDEST_JDK))
                .findFirst()
                .orElse(OLDEST_JDK);
    }

    private static IntStream feature(String version) {
        String number = version.startsWith("1.") ? version.substring(2) : version;
        return number.matches("\\d{1,3}") ? IntStream.of(Integer.parseInt(number)) : IntStream.empty();
    }
}
