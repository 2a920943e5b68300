package io.github.sammaven.core.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.build.jvm.BuildOutput;
import io.github.sammaven.core.build.jvm.RuntimeJar;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactBuilderTest {

    @TempDir
    private Path project;

    private final Map<Path, BuildOutput> modules = new HashMap<>();

    @Test
    void layoutsAModuleAsClassesBesideItsJars() throws IOException {
        module("orders", jar("org.acme", "util", "acme/util.jar"));

        BuiltArtifact built = build(function("Orders", "orders", "java17")).get(0);

        assertThat(built).isEqualTo(new BuiltArtifact("Orders", output("Orders"), "orders"));
        assertThat(content("Orders")).containsExactly("Orders.class", "lib/util-1.0.jar");
    }

    @Test
    void layoutsALayerAsJarsOnly() throws IOException {
        module("shared", jar("org.acme", "util", "acme/util.jar"));

        build(layer("Shared", "shared", "CompatibleRuntimes: [java17]"));

        assertThat(content("Shared")).containsExactly("java/lib/shared-1.0.jar", "java/lib/util-1.0.jar");
    }

    @Test
    void namesTwoJarsOfOneFileNameByTheirGroups() throws IOException {
        module(
                "orders",
                jar("org.acme", "util", "acme/util.jar"),
                jar("com.other", "util", "other/util.jar"),
                jar("com.other", "more", "other/more.jar"));

        build(function("Orders", "orders", "java17"));

        assertThat(content("Orders"))
                .containsExactly(
                        "Orders.class", "lib/com.other.util-1.0.jar", "lib/more-1.0.jar", "lib/org.acme.util-1.0.jar");
    }

    @Test
    void copiesAPlainFolderWithoutToolsAndBuildOutput() throws IOException {
        file("app.py", "app");
        file("pkg/deep/a.py", "a");
        file(".git/config", "git");
        file(".aws-sam/x", "sam");
        file("target/old.txt", "built");
        file("pkg/target/kept.txt", "not the build folder");

        build(function("App", ".", "python3.12"));

        assertThat(content("App")).containsExactly("app.py", "pkg/deep/a.py", "pkg/target/kept.txt");
    }

    @Test
    void followsLinks() throws IOException {
        file("code/a.py", "a");
        file("elsewhere/b.py", "b");
        Files.createSymbolicLink(project.resolve("code/linked"), project.resolve("elsewhere"));

        build(function("App", "code", "python3.12"));

        assertThat(content("App")).containsExactly("a.py", "linked/b.py");
        assertThat(output("App").resolve("linked/b.py")).hasContent("b").isRegularFile();
        assertThat(Files.isSymbolicLink(output("App").resolve("linked"))).isFalse();
    }

    @Test
    void takesAJarAsItIs() throws IOException {
        Path jar = file("lib/app.jar", "jar");

        assertThat(build(function("App", "lib/app.jar", "java17")))
                .containsExactly(new BuiltArtifact("App", jar, "lib/app.jar"));
        assertThat(output("App")).doesNotExist();
    }

    @Test
    void buildsNothingForCodeThatIsElsewhere() {
        assertThat(build(function("Remote", "s3://bucket/key", "java17"))).isEmpty();
    }

    @Test
    void namesEveryPathThatCannotBeBuilt() throws IOException {
        file("foreign/pom.xml", "<project/>");

        InvalidTemplateException refused = catchThrowableOfType(
                InvalidTemplateException.class,
                () -> build(function("Absent", "nowhere", "java17")
                        + function("Foreign", "foreign", "java17")
                        + layer("Lost", "void", "LayerName: x")));

        assertThat(refused.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "Absent: CodeUri refers to a file or folder that does not exist: nowhere",
                        "Foreign: foreign is a Maven module that is not part of this build",
                        "Lost: ContentUri refers to a file or folder that does not exist: void");
        assertThat(refused.problems())
                .allSatisfy(problem -> assertThat(problem.mark().line()).isPositive());
        assertThat(refused.problems().get(1).suggestion()).contains("<modules>");
    }

    @Test
    void takesALayerOfAnotherRuntimeWithoutWhatMavenMakesThoughAModuleIsThere() throws IOException {
        module("shared");
        file("shared/python/a.py", "a");

        assertThat(build(layer("Shared", "shared", "CompatibleRuntimes: [python3.12]")))
                .containsExactly(new BuiltArtifact("Shared", output("Shared"), "shared"));
        assertThat(output("Shared").resolve("python/a.py")).hasContent("a");
        assertThat(output("Shared").resolve("target")).doesNotExist();
        assertThat(output("Shared").resolve("java")).doesNotExist();
    }

    @Test
    void takesAFunctionOfAnotherRuntimeAsItIsThoughAPomIsThere() throws IOException {
        file("tools/pom.xml", "<project/>");

        build(function("Tools", "tools", "python3.12"));

        assertThat(content("Tools")).containsExactly("pom.xml");
    }

    @Test
    void leavesFilesAloneOnASecondRunAndFollowsAChange() throws IOException {
        module("orders", jar("org.acme", "util", "acme/util.jar"));
        String template = function("Orders", "orders", "java17") + layer("Shared", "orders", "LayerName: x");
        build(template);
        Map<String, Object> before = identities();

        build(template);
        assertThat(identities()).isEqualTo(before);

        Files.writeString(project.resolve("orders/target/classes/New.class"), "new");
        build(template);
        assertThat(content("Orders")).contains("New.class");
        assertThat(identities())
                .containsEntry("Orders/lib/util-1.0.jar", before.get("Orders/lib/util-1.0.jar"))
                .containsEntry("Orders/Orders.class", before.get("Orders/Orders.class"));
    }

    @Test
    void makesTheSameJarOfAReactorModuleWhateverItsTimes() throws IOException {
        Path jar = realJar("reactor/dep.jar", 1_000_000_000_000L);
        module("orders", new RuntimeJar("org.acme", "dep", "1.0", "", jar, true));
        build(function("Orders", "orders", "java17"));
        byte[] first = Files.readAllBytes(output("Orders").resolve("lib/dep-1.0.jar"));

        realJar("reactor/dep.jar", 1_500_000_000_000L);
        build(function("Orders", "orders", "java17"));

        assertThat(output("Orders").resolve("lib/dep-1.0.jar")).hasBinaryContent(first);
    }

    private Path realJar(String name, long time) throws IOException {
        Path file = file(name, "");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
            JarEntry entry = new JarEntry("Dep.class");
            entry.setTime(time);
            out.putNextEntry(entry);
            out.write(1);
        }
        return file;
    }

    private List<BuiltArtifact> build(String resources) {
        Template template = new TemplateReader()
                .parse("Resources:\n" + resources, project.resolve("template.yaml"), "template.yaml");
        FunctionCatalog catalog = FunctionCatalog.of(template, new TemplateResolver(template, LocalValues.defaults()));
        Path target = project.resolve("target");
        return new ArtifactBuilder(BuildSetup.of(
                        folder -> Optional.ofNullable(modules.get(folder)), target, target.resolve("sam/build")))
                .build(catalog, BuildSelection.ALL)
                .artifacts();
    }

    private static String function(String logicalId, String code, String runtime) {
        return resource(logicalId, "Function", "CodeUri: " + code, "Handler: a.B", "Runtime: " + runtime);
    }

    private static String layer(String logicalId, String content, String property) {
        return resource(logicalId, "LayerVersion", "ContentUri: " + content, property);
    }

    private static String resource(String logicalId, String type, String... properties) {
        return "  " + logicalId + ":\n    Type: AWS::Serverless::" + type + "\n    Properties:\n      "
                + String.join("\n      ", properties) + "\n";
    }

    /** A module of the build in folder {@code name}, with one class. */
    private void module(String name, RuntimeJar... runtime) throws IOException {
        file(name + "/pom.xml", "<project/>");
        Path classes = file(name + "/target/classes/Orders.class", "class").getParent();
        RuntimeJar own = new RuntimeJar("org.acme", name, "1.0", "", classes, true);
        modules.put(project.resolve(name), new BuildOutput(name, classes, own, List.of(runtime)));
    }

    private RuntimeJar jar(String groupId, String artifactId, String file) throws IOException {
        return new RuntimeJar(groupId, artifactId, "1.0", "", file("repository/" + file, file), false);
    }

    private Path file(String name, String content) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private Path output(String name) {
        return project.resolve("target/sam/build").resolve(name);
    }

    private List<String> content(String logicalId) throws IOException {
        return files(output(logicalId))
                .map(file -> output(logicalId).relativize(file).toString().replace('\\', '/'))
                .sorted()
                .toList();
    }

    /** What tells a file that was written again from one that was not, by path. */
    private Map<String, Object> identities() throws IOException {
        Map<String, Object> identities = new HashMap<>();
        for (Path file : files(output("")).toList()) {
            identities.put(output("").relativize(file).toString(), Files.getAttribute(file, "unix:ino"));
        }
        return identities;
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        }
    }
}
