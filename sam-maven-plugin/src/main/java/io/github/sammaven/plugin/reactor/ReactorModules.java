package io.github.sammaven.plugin.reactor;

import io.github.sammaven.core.build.jvm.BuildOutput;
import io.github.sammaven.core.build.jvm.JavaModules;
import io.github.sammaven.core.build.jvm.RuntimeJar;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import java.io.File;
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
import org.apache.maven.execution.ProjectDependencyGraph;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.jspecify.annotations.Nullable;

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
    public synchronized Optional<BuildOutput> moduleAt(Path folder) {
        return session.getProjects().stream()
                .filter(project -> isAt(project, folder))
                .findFirst()
                .map(project -> resolved.computeIfAbsent(folder, unused -> output(project)));
    }

    private static boolean isAt(MavenProject project, Path folder) {
        return !project.getPackaging().equals("pom")
                && (isFolder(project.getBasedir(), folder)
                        || isFolder(project.getModel().getProjectDirectory(), folder));
    }

    /** A plugin that swaps the pom for another one moves the base folder of the project, not that of its model. */
    private static boolean isFolder(@Nullable File project, Path folder) {
        return project != null && project.toPath().toAbsolutePath().normalize().equals(folder);
    }

    private BuildOutput output(MavenProject project) {
        Path classes = Path.of(project.getBuild().getOutputDirectory());
        requireBuilt(project, classes);
        return new BuildOutput(
                project.getArtifactId(),
                classes,
                ownJar(project, classes),
                runtimeJars(project),
                ShadedJar.of(project, classes));
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
        if (isBuiltAlongside(project)) {
            throw new InvalidOptionException(
                    "module " + project.getArtifactId() + " may be built at the same time as " + current.getArtifactId()
                            + ", which needs its classes",
                    "add it to the <dependencies> of " + current.getArtifactId()
                            + ", so that Maven builds it first, or run Maven without -T");
        }
        if (sourcesOnly) {
            throw new InvalidOptionException(
                    "module " + project.getArtifactId() + " is not compiled: " + classes + " does not exist",
                    "run a phase that compiles it in the same build, such as: mvn package");
        }
    }

    /** With several threads only modules that this one depends on are sure to be done. */
    private boolean isBuiltAlongside(MavenProject project) {
        ProjectDependencyGraph graph = session.getProjectDependencyGraph();
        return session.getRequest().getDegreeOfConcurrency() > 1
                && graph != null
                && !project.equals(current)
                && !graph.getUpstreamProjects(current, true).contains(project);
    }

    private static RuntimeJar ownJar(MavenProject project, Path classes) {
        return new RuntimeJar(project.getGroupId(), project.getArtifactId(), project.getVersion(), "", classes, true);
    }

    private List<RuntimeJar> runtimeJars(MavenProject project) {
        var request = new DefaultDependencyResolutionRequest(project, session.getRepositorySession());
        request.setResolutionFilter((node, parents) -> isRuntime(node));
        Set<String> ownModules =
                session.getProjects().stream().map(ReactorModules::id).collect(Collectors.toSet());
        List<RuntimeJar> jars = new ArrayList<>();
        try {
            for (Dependency dependency : resolver.resolve(request).getResolvedDependencies()) {
                if (isOnClassPath(dependency.getArtifact())) {
                    jars.add(runtimeJar(dependency.getArtifact(), ownModules));
                }
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

    /** Poms and archives of other kinds may be dependencies too; Java cannot load them. */
    private static boolean isOnClassPath(Artifact artifact) {
        return artifact.getExtension().equals("jar") || artifact.getFile().isDirectory();
    }

    /** Without its packaging: a plugin or bundle is a jar to those who depend on it. */
    private static String id(MavenProject project) {
        return project.getGroupId() + ":" + project.getArtifactId() + ":" + project.getVersion();
    }

    private static RuntimeJar runtimeJar(Artifact artifact, Set<String> ownModules) {
        String id = artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getBaseVersion();
        return new RuntimeJar(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getBaseVersion(),
                artifact.getClassifier(),
                artifact.getFile().toPath(),
                ownModules.contains(id));
    }
}
