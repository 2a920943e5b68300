package io.github.sammaven.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.codehaus.plexus.PlexusContainer;

/** A session of one module without a Maven around it. */
public final class MavenRun {

    private final MavenProject project;
    private final MavenSession session;
    private final Properties commandLine = new Properties();

    @SuppressWarnings("deprecation") // The only constructor a session has for those outside of Maven.
    public MavenRun(Path basedir) {
        Model model = new Model();
        model.setBuild(new Build());
        model.getBuild().setDirectory(basedir.resolve("target").toString());
        model.getBuild().setOutputDirectory(basedir.resolve("target/classes").toString());
        project = new MavenProject(model);
        project.setFile(basedir.resolve("pom.xml").toFile());
        MavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setBaseDirectory(basedir.toFile());
        request.setUserProperties(commandLine);
        session = new MavenSession(
                (PlexusContainer) null,
                MavenRepositorySystemUtils.newSession(),
                request,
                new DefaultMavenExecutionResult());
        session.setProjects(List.of(project));
    }

    public MavenProject project() {
        return project;
    }

    public MavenSession session() {
        return session;
    }

    public MavenRun commandLine(String property, String value) {
        session.getUserProperties().setProperty(property, value);
        return this;
    }

    /** Gives the pom of the module a property. */
    public MavenRun property(String name, String value) {
        project.getProperties().setProperty(name, value);
        return this;
    }

    /** As if the goal were named on the command line. */
    public MojoExecution execution() {
        return new MojoExecution(new MojoDescriptor(), "default-cli", MojoExecution.Source.CLI);
    }
}
