package io.github.sammaven.plugin.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.build.jvm.BuildOutput;
import io.github.sammaven.core.build.jvm.RuntimeJar;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.plugin.MavenRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.DefaultDependencyNode;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules {@code domain}, {@code handler} and {@code late}, built in this order below a {@code pom} parent. */
class ReactorModulesTest {

    @TempDir
    private Path root;

    private MavenSession session;
    private MavenProject parent;
    private MavenProject domain;
    private MavenProject handler;
    private MavenProject late;

    @BeforeEach
    void reactor() throws IOException {
        session = new MavenRun(root).session();
        parent = module("parent", "pom", root);
        domain = module("domain", "jar", root.resolve("domain"));
        handler = module("handler", "jar", root.resolve("handler"));
        late = module("late", "jar", root.resolve("late"));
        session.setProjects(List.of(parent, domain, handler, late));
        Files.createDirectories(classesOf(domain));
        Files.createDirectories(classesOf(handler));
    }

    private static MavenProject module(String name, String packaging, Path folder) {
        Model model = new Model();
        model.setGroupId("app");
        model.setArtifactId(name);
        model.setVersion("1");
        model.setPackaging(packaging);
        model.setBuild(new Build());
        model.getBuild().setOutputDirectory(folder.resolve("target/classes").toString());
        MavenProject project = new MavenProject(model);
        project.setFile(folder.resolve("pom.xml").toFile());
        project.addCompileSourceRoot(folder.resolve("src/main/java").toString());
        return project;
    }

    private static Path classesOf(MavenProject project) {
        return Path.of(project.getBuild().getOutputDirectory());
    }

    private record Resolved(List<Dependency> getResolvedDependencies) implements DependencyResolutionResult {

        @Override
        public DependencyNode getDependencyGraph() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Dependency> getDependencies() {
            return getResolvedDependencies;
        }

        @Override
        public List<Dependency> getUnresolvedDependencies() {
            return List.of();
        }

        @Override
        public List<Exception> getCollectionErrors() {
            return List.of();
        }

        @Override
        public List<Exception> getResolutionErrors(Dependency dependency) {
            return List.of();
        }
    }

    /** Resolves each module to these, less what the request's filter refuses. */
    private static ProjectDependenciesResolver resolving(Dependency... dependencies) {
        return request -> new Resolved(List.of(dependencies).stream()
                .filter(dependency ->
                        request.getResolutionFilter().accept(new DefaultDependencyNode(dependency), List.of()))
                .toList());
    }

    private static Dependency dependency(String coordinates, String scope) {
        Artifact artifact = new DefaultArtifact(coordinates);
        return new Dependency(
                artifact.setFile(Path.of(artifact.getArtifactId() + ".jar").toFile()), scope);
    }

    private ReactorModules seenFrom(MavenProject current, ProjectDependenciesResolver resolver) {
        return new ReactorModules(session, current, resolver);
    }

    @Test
    void moduleIsFoundByItsFolderWithItsRuntimeClassPath() {
        BuildOutput output = seenFrom(
                        handler,
                        resolving(
                                dependency("org.x:compiled:2", "compile"),
                                dependency("org.x:running:jar:native:3", "runtime"),
                                dependency("org.x:given:4", "provided"),
                                dependency("org.x:testing:5", "test"),
                                dependency("app:domain:1", "compile")))
                .moduleAt(root.resolve("handler"))
                .orElseThrow();

        assertThat(output.module()).isEqualTo("handler");
        assertThat(output.classes()).isEqualTo(classesOf(handler));
        assertThat(output.ownJar()).isEqualTo(new RuntimeJar("app", "handler", "1", "", classesOf(handler), true));
        assertThat(output.runtimeJars())
                .containsExactly(
                        new RuntimeJar("app", "domain", "1", "", Path.of("domain.jar"), true),
                        new RuntimeJar("org.x", "compiled", "2", "", Path.of("compiled.jar"), false),
                        new RuntimeJar("org.x", "running", "3", "native", Path.of("running.jar"), false));
    }

    @Test
    void siblingBuiltEarlierIsFound() {
        assertThat(seenFrom(handler, resolving()).moduleAt(root.resolve("domain")))
                .map(BuildOutput::module)
                .contains("domain");
    }

    @Test
    void foldersThatAreNoModuleOrHaveNoCodeAreNone() {
        assertThat(seenFrom(handler, resolving()).moduleAt(root.resolve("other")))
                .isEmpty();
        assertThat(seenFrom(handler, resolving()).moduleAt(root)).isEmpty();
    }

    @Test
    void classPathIsResolvedOnce() {
        AtomicInteger calls = new AtomicInteger();
        ReactorModules modules = seenFrom(handler, request -> {
            calls.incrementAndGet();
            return new Resolved(List.of());
        });
        modules.moduleAt(root.resolve("domain"));
        modules.moduleAt(root.resolve("domain"));

        assertThat(calls).hasValue(1);
    }

    @Test
    void moduleThatIsBuiltLaterIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> seenFrom(handler, resolving()).moduleAt(root.resolve("late")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("module late is built after handler")
                .hasMessageContaining("<dependencies> of handler");
    }

    @Test
    void moduleThatIsNotCompiledIsRefusedWithTheWayOut() throws IOException {
        Files.createDirectories(late.getBasedir().toPath().resolve("src/main/java"));

        assertThatThrownBy(() -> seenFrom(late, resolving()).moduleAt(root.resolve("late")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("module late is not compiled")
                .hasMessageContaining("mvn package");
    }

    @Test
    void moduleWithoutSourcesNeedsNoClasses() {
        assertThat(seenFrom(late, resolving()).moduleAt(root.resolve("late"))).isPresent();
    }

    @Test
    void classPathThatCannotBeResolvedIsARefusalOfTheWorld() {
        ProjectDependenciesResolver failing = request -> {
            throw new DependencyResolutionException(
                    new Resolved(List.of()), "org.x:gone:jar:1 was not found", new IOException());
        };

        assertThatThrownBy(() -> seenFrom(handler, failing).moduleAt(root.resolve("handler")))
                .isInstanceOf(SamException.class)
                .isNotInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("module handler cannot be resolved")
                .hasMessageContaining("org.x:gone:jar:1 was not found")
                .hasMessageContaining("mvn -am");
    }
}
