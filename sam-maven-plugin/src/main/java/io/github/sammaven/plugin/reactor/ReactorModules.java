package io.github.sammaven.plugin.reactor;

import io.github.sammaven.core.build.jvm.BuildOutput;
import io.github.sammaven.core.build.jvm.JavaModules;
import io.github.sammaven.core.build.jvm.RuntimeJar;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;

/**
 * Modules of the reactor, found by their folder. The class path of a module is resolved when it is first asked for, also
 * that of a sibling: what the sibling's own goals had resolved is not ours to rely on.
 */
public final class ReactorModules implements JavaModules {

    private static final Set<String> RUNTIME_SCOPES = Set.of("compile", "runtime");

    private final MavenSession session;
    private final MavenProject current;
    private final ProjectDependenciesResolver resolver;
    private final Map<Path, BuildOutput> resolved = new HashMap<>();

    public ReactorModules(MavenSession session, MavenProject current, ProjectDependenciesResolver resolver) {
        this.session = session;
        this.current = current;
        this.resolver = resolver;
    }

    @Override
    public Optional<BuildOutput> moduleAt(Path folder) {
        return session.getProjects().stream()
                .filter(project -> isAt(project, folder))
                .findFirst()
                .map(project -> resolved.computeIfAbsent(folder, unused -> output(project)));
    }

    private static boolean isAt(MavenProject project, Path folder) {
        return !project.getPackaging().equals("pom")
                && project.getBasedir().toPath().toAbsolutePath().normalize().equals(folder);
    }

    private BuildOutput output(MavenProject project) {
        Path classes = Path.of(project.getBuild().getOutputDirectory());
        requireBuilt(project, classes);
        return new BuildOutput(project.getArtifactId(), classes, ownJar(project, classes), runtimeJars(project));
    }

    private void requireBuilt(MavenProject project, Path classes) {
        List<MavenProject> order = session.getProjects();
        boolean later = order.indexOf(project) > order.indexOf(current);
        boolean sourcesOnly = !Files.isDirectory(classes)
                && project.getCompileSourceRoots().stream().anyMatch(root -> Files.isDirectory(Path.of(root)));
        if (later) {
            throw new InvalidOptionException(
                    "module " + project.getArtifactId() + " is built after " + current.getArtifactId()
                            + ", which needs its classes",
                    "add it to the <dependencies> of " + current.getArtifactId() + ", so that Maven builds it first");
        }
        if (sourcesOnly) {
            throw new InvalidOptionException(
                    "module " + project.getArtifactId() + " is not compiled: " + classes + " does not exist",
                    "run a phase that compiles it in the same build, such as: mvn package");
        }
    }

    private static RuntimeJar ownJar(MavenProject project, Path classes) {
        return new RuntimeJar(project.getGroupId(), project.getArtifactId(), project.getVersion(), "", classes, true);
    }

    private List<RuntimeJar> runtimeJars(MavenProject project) {
        var request = new DefaultDependencyResolutionRequest(project, session.getRepositorySession());
        request.setResolutionFilter((node, parents) -> isRuntime(node));
        Set<String> ownModules =
                session.getProjects().stream().map(MavenProject::getId).collect(Collectors.toSet());
        List<RuntimeJar> jars = new ArrayList<>();
        try {
            for (Dependency dependency : resolver.resolve(request).getResolvedDependencies()) {
                jars.add(runtimeJar(dependency.getArtifact(), ownModules));
            }
        } catch (DependencyResolutionException failed) {
            throw new SamException(
                    "the runtime class path of module " + project.getArtifactId() + " cannot be resolved: "
                            + failed.getMessage(),
                    "if a sibling module is missing, build it in the same run (mvn -am), and at least to phase package",
                    failed);
        }
        return jars;
    }

    private static boolean isRuntime(DependencyNode node) {
        return node.getDependency() != null
                && RUNTIME_SCOPES.contains(node.getDependency().getScope());
    }

    private static RuntimeJar runtimeJar(Artifact artifact, Set<String> ownModules) {
        String id = artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getExtension() + ":"
                + artifact.getBaseVersion();
        return new RuntimeJar(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getBaseVersion(),
                artifact.getClassifier(),
                artifact.getFile().toPath(),
                ownModules.contains(id));
    }
}
