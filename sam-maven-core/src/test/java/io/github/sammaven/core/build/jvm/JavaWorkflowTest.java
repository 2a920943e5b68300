package io.github.sammaven.core.build.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.workflow.BuildInputs;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.ScalarNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaWorkflowTest {

    private static final SourceMark MARK = new SourceMark("template.yaml", 7, 9);
    private static final String TABLE = "package acme; public class Table {}";

    @TempDir
    private Path project;

    private final Map<Path, BuildOutput> modules = new HashMap<>();
    private final List<SamEvent> events = new ArrayList<>();
    private Path classes;

    @BeforeEach
    void compileModule() throws IOException {
        classes = JavaSources.compile(project.resolve("orders/target/classes"), "package acme; public class Orders {}");
    }

    private void module(Optional<Path> shaded, RuntimeJar... jars) {
        RuntimeJar own = new RuntimeJar("acme", "orders", "1", "", classes, true);
        modules.put(project.resolve("orders"), new BuildOutput("orders", classes, own, List.of(jars), shaded));
    }

    private RuntimeJar jar(String artifactId, Map<String, String> files) throws IOException {
        Path jar = JavaSources.jar(project.resolve("repository/" + artifactId + ".jar"), files);
        return new RuntimeJar("org.x", artifactId, "1", "", jar, false);
    }

    private JavaWorkflow workflow(JavaLayout layout) {
        return workflow(new JavaOptions(layout, true));
    }

    private JavaWorkflow workflow(JavaOptions options) {
        return new JavaWorkflow(
                folder -> Optional.ofNullable(modules.get(folder)),
                new FolderContent(project.resolve("target")),
                project.resolve("target/sam/jars"),
                options,
                events::add);
    }

    private BuildTarget function(String folder) {
        return target(folder, false, "java17", Optional.empty());
    }

    private BuildTarget target(String folder, boolean layer, String runtime, Optional<String> method) {
        return new BuildTarget(
                "Orders",
                layer,
                new CodeSource.Local(folder, project.resolve(folder), MARK),
                runtime,
                "acme.Orders::handle",
                Architecture.X86_64,
                method,
                MappingNode.of(Map.of()));
    }

    private Path build(JavaWorkflow workflow, BuildTarget target) throws IOException {
        Path folder = Files.createDirectories(project.resolve("target/sam/build/Orders"));
        workflow.build(target, folder);
        return folder;
    }

    private static List<String> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static List<String> entries(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    @Test
    void libLayoutHasClassesBesideTheirJars() throws IOException {
        module(Optional.empty(), jar("util", Map.of("x/Util.class", "u")));

        assertThat(content(build(workflow(JavaLayout.LIB), function("orders"))))
                .containsExactly("acme/Orders.class", "lib/util-1.jar");
    }

    @Test
    void explodedLayoutMergesJarsInClassPathOrder() throws IOException {
        module(
                Optional.empty(),
                jar("zebra", Map.of("x/Same.txt", "first", "x/Z.class", "z", "META-INF/LICENSE", "1")),
                jar("ant", Map.of("x/Same.txt", "second", "x/A.class", "a", "META-INF/LICENSE", "2")));

        Path folder = build(workflow(JavaLayout.EXPLODED), function("orders"));

        assertThat(content(folder))
                .containsExactly("META-INF/LICENSE", "acme/Orders.class", "x/A.class", "x/Same.txt", "x/Z.class");
        assertThat(folder.resolve("x/Same.txt")).hasContent("first");
        assertThat(events)
                .extracting(event -> ((Warning) event).problem().toString())
                .singleElement()
                .asString()
                .startsWith("template.yaml:7:9: Orders: x/Same.txt is in both zebra-1.jar and ant-1.jar with different"
                        + " content; zebra-1.jar wins")
                .contains("sam.javaLayout=lib");
    }

    @Test
    void sameFileInTwoJarsIsNoMatter() throws IOException {
        module(Optional.empty(), jar("one", Map.of("x/Same", "s")), jar("two", Map.of("x/Same", "s")));

        build(workflow(JavaLayout.EXPLODED), function("orders"));

        assertThat(events).isEmpty();
    }

    @Test
    void listsOfServicesAreJoined() throws IOException {
        Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(classes.resolve("META-INF/services/x.Spi"), "acme.Own");
        module(
                Optional.empty(),
                jar("one", Map.of("META-INF/services/x.Spi", "x.One\n", "reference.conf", "a = 1")),
                jar("two", Map.of("META-INF/services/x.Spi", "x.Two\nx.One\n", "reference.conf", "b = 2\n")));

        Path folder = build(workflow(JavaLayout.EXPLODED), function("orders"));

        assertThat(folder.resolve("META-INF/services/x.Spi")).hasContent("acme.Own\nx.One\nx.Two\n");
        assertThat(folder.resolve("reference.conf")).hasContent("a = 1\nb = 2\n");
        assertThat(events).isEmpty();
    }

    @Test
    void signaturesAndModuleDescriptorsAreLeftOut() throws IOException {
        module(
                Optional.empty(),
                jar(
                        "signed",
                        Map.of(
                                "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n",
                                "META-INF/KEY.SF", "s",
                                "META-INF/KEY.RSA", "s",
                                "META-INF/KEY.DSA", "s",
                                "META-INF/INDEX.LIST", "i",
                                "module-info.class", "m",
                                "META-INF/versions/9/module-info.class", "m",
                                "META-INF/versions/11/x/A.class", "a11",
                                "x/A.class", "a")));

        assertThat(content(build(workflow(JavaLayout.EXPLODED), function("orders"))))
                .containsExactly("META-INF/versions/11/x/A.class", "acme/Orders.class", "x/A.class");
    }

    @Test
    void jarLayoutIsOneFileWithTheSameBytesWheneverItIsMade() throws IOException {
        module(
                Optional.empty(),
                jar("multi", Map.of("META-INF/versions/11/x/A.class", "a11", "x/A.class", "a")),
                jar("other", Map.of("x/B.class", "b")));
        JavaWorkflow workflow = workflow(JavaLayout.JAR);

        Path folder = build(workflow, function("orders"));
        Path jar = workflow.artifact(function("orders"), folder);
        byte[] first = Files.readAllBytes(jar);
        Files.delete(jar);
        Files.setLastModifiedTime(classes.resolve("acme/Orders.class"), FileTime.fromMillis(1));
        build(workflow, function("orders"));

        assertThat(content(folder)).containsExactly("orders.jar");
        assertThat(jar).hasBinaryContent(first);
        assertThat(entries(jar))
                .containsExactly(
                        "META-INF/MANIFEST.MF",
                        "META-INF/versions/11/x/A.class",
                        "acme/Orders.class",
                        "x/A.class",
                        "x/B.class");
        try (JarFile read = new JarFile(jar.toFile())) {
            assertThat(read.stream().map(ZipEntry::getExtra))
                    .as("fields that depend on the time zone")
                    .containsOnlyNulls();
            assertThat(read.isMultiRelease()).isTrue();
        }
    }

    @Test
    void shadedJarIsTakenInPlaceOfClassesAndJars() throws IOException {
        Path shaded = JavaSources.jar(
                project.resolve("orders/target/orders-1.jar"),
                Map.of("META-INF/MANIFEST.MF", "Created-By: me\n", "acme/Orders.class", "o", "moved/x/A.class", "a"));
        module(Optional.of(shaded), jar("util", Map.of("x/A.class", "a")));

        assertThat(content(build(workflow(JavaLayout.LIB), function("orders"))))
                .containsExactly("acme/Orders.class", "moved/x/A.class");
        assertThat(content(build(workflow(new JavaOptions(JavaLayout.LIB, false)), function("orders"))))
                .containsExactly("acme/Orders.class", "lib/util-1.jar");
    }

    @Test
    void entryThatLeadsOutOfItsJarIsRefused() throws IOException {
        module(Optional.empty(), jar("evil", Map.of("../../escaped", "x")));

        assertThatThrownBy(() -> build(workflow(JavaLayout.EXPLODED), function("orders")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leads out of it: ../../escaped");
    }

    @Test
    void unchangedFilesKeepTheirTimesAndOldOnesGo() throws IOException {
        module(Optional.empty(), jar("one", Map.of("x/A.txt", "a", "x/B.txt", "b", "y/C.txt", "c")));
        Path folder = build(workflow(JavaLayout.EXPLODED), function("orders"));
        FileTime past = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(folder.resolve("x/A.txt"), past);
        Files.setLastModifiedTime(folder.resolve("x/B.txt"), past);

        module(Optional.empty(), jar("one", Map.of("x/A.txt", "a", "x/B.txt", "B")));
        build(workflow(JavaLayout.EXPLODED), function("orders"));

        assertThat(content(folder)).containsExactly("acme/Orders.class", "x/A.txt", "x/B.txt");
        assertThat(Files.getLastModifiedTime(folder.resolve("x/A.txt"))).isEqualTo(past);
        assertThat(folder.resolve("x/B.txt")).hasContent("B");
    }

    @Test
    void layerHoldsJarsAloneWhateverTheLayout() throws IOException {
        module(Optional.empty(), jar("util", Map.of("x/Util.class", "u")));

        assertThat(content(build(workflow(JavaLayout.EXPLODED), target("orders", true, "", Optional.empty()))))
                .containsExactly("java/lib/orders-1.jar", "java/lib/util-1.jar");
    }

    @Test
    void splitFunctionKeepsTheJarsOfTheBuildAlone() throws IOException {
        Path sibling = JavaSources.compile(project.resolve("domain/target/classes"), TABLE);
        module(
                Optional.empty(),
                jar("util", Map.of("x/Util.class", "u")),
                new RuntimeJar("acme", "domain", "1", "", sibling, true));

        BuildTarget plain = function("orders");
        BuildTarget split = new BuildTarget(
                plain.id(),
                false,
                plain.code(),
                plain.runtime(),
                plain.handler(),
                plain.architecture(),
                Optional.empty(),
                MappingNode.of("DependencyLayer", ScalarNode.string("Layer1")));

        assertThat(content(build(workflow(JavaLayout.LIB), split)))
                .containsExactly("acme/Orders.class", "lib/domain-1.jar");
        assertThat(workflow(JavaLayout.LIB).inputs(split))
                .isNotEqualTo(workflow(JavaLayout.LIB).inputs(plain));
    }

    @Test
    void siblingIsTheSameBytesFromAnyJdkAndAnyHour() throws IOException {
        String manifest = "Manifest-Version: 1.0\r\nCreated-By: Maven JAR Plugin 3.4.1\r\nBuild-Jdk-Spec: %s\r\n\r\n";
        Path domain = project.resolve("domain.jar");
        module(Optional.empty(), new RuntimeJar("acme", "domain", "1", "", domain, true));
        JavaSources.jar(domain, Map.of("META-INF/MANIFEST.MF", manifest.formatted("17"), "a/A.class", "a"));
        byte[] first = Files.readAllBytes(
                build(workflow(JavaLayout.LIB), function("orders")).resolve("lib/domain-1.jar"));

        JavaSources.jar(domain, Map.of("META-INF/MANIFEST.MF", manifest.formatted("25"), "a/A.class", "a"));

        assertThat(build(workflow(JavaLayout.LIB), function("orders")).resolve("lib/domain-1.jar"))
                .hasBinaryContent(first);
    }

    @Test
    void inputsAreTheClassesTheJarsAndTheLayout() throws IOException {
        RuntimeJar util = jar("util", Map.of());
        module(Optional.empty(), util);

        BuildInputs lib = workflow(JavaLayout.LIB).inputs(function("orders"));

        assertThat(lib.files()).containsExactly(classes, util.file());
        assertThat(lib.settings()).containsEntry("javaLayout", "LIB").containsEntry("jar org.x util-1.jar", "false");
        assertThat(workflow(JavaLayout.EXPLODED).inputs(function("orders"))).isNotEqualTo(lib);
    }

    @Test
    void takesModulesAndPomsOfJavaRuntimesAlone() throws IOException {
        module(Optional.empty());
        Files.createDirectories(project.resolve("foreign"));
        Files.writeString(project.resolve("foreign/pom.xml"), "<project/>");
        Files.createDirectories(project.resolve("plain"));
        JavaWorkflow workflow = workflow(JavaLayout.LIB);

        assertThat(workflow.takes(function("orders"))).isTrue();
        assertThat(workflow.takes(function("foreign"))).isTrue();
        assertThat(workflow.takes(function("plain"))).isFalse();
        assertThat(workflow.takes(target("orders", false, "python3.13", Optional.empty())))
                .isFalse();
        assertThat(workflow.takes(target("orders", false, "java17", Optional.of("makefile"))))
                .isFalse();
        assertThat(workflow.takes(target("orders", false, "java17", Optional.of("java17"))))
                .isTrue();
        assertThat(workflow.takes(target("orders", true, "", Optional.empty()))).isTrue();
        assertThat(workflow.takes(target("orders", true, "python3.13", Optional.empty())))
                .isFalse();
    }

    @Test
    void moduleOutsideOfTheBuildIsRefusedAtItsPlace() throws IOException {
        Files.createDirectories(project.resolve("foreign"));
        Files.writeString(project.resolve("foreign/pom.xml"), "<project/>");

        assertThatThrownBy(() -> build(workflow(JavaLayout.LIB), function("foreign")))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("template.yaml:7:9: Orders: foreign is a Maven module that is not part")
                .hasMessageContaining("<modules>");
    }
}
