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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.execution.ProjectDependencyGraph;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
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
                                dependency("org.x:local:6", "system"),
                                dependency("org.x:notes:pom:7", "compile"),
                                dependency("org.x:moving:8-20260102.030405-6", "compile"),
                                dependency("app:domain:1", "compile")))
                .moduleAt(root.resolve("handler"))
                .orElseThrow();

        assertThat(output.module()).isEqualTo("handler");
        assertThat(output.classes()).isEqualTo(classesOf(handler));
        assertThat(output.ownJar()).isEqualTo(new RuntimeJar("app", "handler", "1", "", classesOf(handler), true));
        assertThat(output.runtimeJars())
                .containsExactly(
                        new RuntimeJar("org.x", "compiled", "2", "", Path.of("compiled.jar"), false),
                        new RuntimeJar("org.x", "running", "3", "native", Path.of("running.jar"), false),
                        new RuntimeJar("org.x", "moving", "8-SNAPSHOT", "", Path.of("moving.jar"), false),
                        new RuntimeJar("app", "domain", "1", "", Path.of("domain.jar"), true));
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

    @Test
    void moduleThatIsNoPlainJarIsOneOfTheBuildToo() {
        domain.setPackaging("maven-plugin");

        assertThat(seenFrom(handler, resolving(dependency("app:domain:1", "compile")))
                        .moduleAt(root.resolve("handler"))
                        .orElseThrow()
                        .runtimeJars())
                .singleElement()
                .extracting(RuntimeJar::fromReactor)
                .isEqualTo(true);
    }

    @Test
    void moduleWhosePomWasSwappedIsFoundWhereItIs() {
        domain.getModel().setPomFile(root.resolve("domain/pom.xml").toFile());
        domain.setFile(root.resolve("domain/target/dependency-reduced-pom.xml").toFile());

        assertThat(seenFrom(handler, resolving()).moduleAt(root.resolve("domain")))
                .isPresent();
    }

    @Test
    void moduleThatMayBeBuiltAlongsideIsRefusedWithSeveralThreads() {
        session.getRequest().setDegreeOfConcurrency(2);
        session.setProjectDependencyGraph(new Upstream(Map.of(handler, List.of(domain))));

        assertThat(seenFrom(handler, resolving()).moduleAt(root.resolve("domain")))
                .isPresent();
        assertThatThrownBy(() -> seenFrom(late, resolving()).moduleAt(root.resolve("domain")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("module domain may be built at the same time as late")
                .hasMessageContaining("without -T");
    }

    private record Upstream(Map<MavenProject, List<MavenProject>> of) implements ProjectDependencyGraph {

        @Override
        public List<MavenProject> getAllProjects() {
            return List.copyOf(of.keySet());
        }

        @Override
        public List<MavenProject> getSortedProjects() {
            return getAllProjects();
        }

        @Override
        public List<MavenProject> getDownstreamProjects(MavenProject project, boolean transitive) {
            return List.of();
        }

        @Override
        public List<MavenProject> getUpstreamProjects(MavenProject project, boolean transitive) {
            return of.getOrDefault(project, List.of());
        }
    }

    private void asksForShading() {
        PluginExecution execution = new PluginExecution();
        execution.addGoal("shade");
        Plugin plugin = new Plugin();
        plugin.setArtifactId("maven-shade-plugin");
        plugin.addExecution(execution);
        handler.getBuild().addPlugin(plugin);
    }

    private void mainJar(String... entries) throws IOException {
        Path jar = Files.createDirectories(root.resolve("handler/target")).resolve("handler-1.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.closeEntry();
            }
        }
        handler.setArtifact(new org.apache.maven.artifact.DefaultArtifact(
                "app", "handler", "1", "compile", "jar", "", new DefaultArtifactHandler("jar")));
        handler.getArtifact().setFile(jar.toFile());
    }

    private Optional<Path> shadedJar() {
        return seenFrom(handler, resolving())
                .moduleAt(root.resolve("handler"))
                .orElseThrow()
                .shadedJar();
    }

    @Test
    void jarThatHoldsMoreThanTheModuleIsItsShadedOne() throws IOException {
        asksForShading();
        Files.createFile(classesOf(handler).resolve("Own.class"));
        mainJar("Own.class", "x/Other.class");

        assertThat(shadedJar()).contains(root.resolve("handler/target/handler-1.jar"));
    }

    @Test
    void jarOfTheModuleAloneIsNoShadedOne() throws IOException {
        asksForShading();
        Files.createFile(classesOf(handler).resolve("Own.class"));
        mainJar("Own.class", "META-INF/versions/11/Own.class");

        assertThat(shadedJar()).isEmpty();
    }

    @Test
    void jarThatNestsItsClassesIsNoShadedOne() throws IOException {
        asksForShading();
        mainJar("BOOT-INF/", "BOOT-INF/classes/Own.class", "org/boot/Launcher.class");

        assertThat(shadedJar()).isEmpty();
    }

    @Test
    void jarIsNotTakenUnlessThePomAsksForOne() throws IOException {
        mainJar("x/Other.class");

        assertThat(shadedJar()).isEmpty();
    }

    @Test
    void jarThatCannotBeReadIsARefusalOfTheWorld() throws IOException {
        asksForShading();
        mainJar("x/Other.class");
        Files.writeString(root.resolve("handler/target/handler-1.jar"), "no jar");

        assertThatThrownBy(this::shadedJar)
                .isInstanceOf(SamException.class)
                .hasMessageContaining("handler-1.jar cannot be read");
    }
}
