package io.github.sammaven.core.build.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.function.LayerReference;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DependencyLayersTest {

    @TempDir
    private Path project;

    private final Map<Path, BuildOutput> modules = new HashMap<>();

    private void module(String name, RuntimeJar... jars) throws IOException {
        module(name, Optional.empty(), jars);
    }

    private void module(String name, Optional<Path> shaded, RuntimeJar... jars) throws IOException {
        Path classes = Files.createDirectories(project.resolve(name + "/target/classes"));
        Files.writeString(classes.resolve("Own.class"), "own " + name);
        RuntimeJar own = new RuntimeJar("acme", name, "1", "", classes, true);
        modules.put(project.resolve(name), new BuildOutput(name, classes, own, List.of(jars), shaded));
    }

    private RuntimeJar jar(String artifactId) throws IOException {
        Path jar = JavaSources.jar(
                project.resolve("repository/" + artifactId + ".jar"), Map.of("x/" + artifactId + ".class", artifactId));
        return new RuntimeJar("org.x", artifactId, "1", "", jar, false);
    }

    private RuntimeJar sibling() throws IOException {
        Path classes = Files.createDirectories(project.resolve("domain/target/classes"));
        Files.writeString(classes.resolve("Domain.class"), "domain");
        return new RuntimeJar("acme", "domain", "1", "", classes, true);
    }

    private static String function(String name, String code, String... more) {
        return "  " + name + ":\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: " + code
                + "\n      Runtime: java17\n      Handler: a.B\n"
                + Stream.of(more).map(line -> "      " + line + "\n").collect(Collectors.joining());
    }

    private Template template(String text) {
        return new TemplateReader().parse(text, project.resolve("template.yaml"), "template.yaml");
    }

    private static FunctionCatalog catalog(Template template) {
        return FunctionCatalog.ofAll(template, new TemplateResolver(template, LocalValues.defaults()));
    }

    private SplitTemplate split(String text) {
        Template template = template(text);
        return new DependencyLayers(this::moduleAt, JavaOptions.DEFAULT, layers()).split(template, catalog(template));
    }

    private Optional<BuildOutput> moduleAt(Path folder) {
        return Optional.ofNullable(modules.get(folder));
    }

    private Path layers() {
        return project.resolve("target/sam/layers");
    }

    private static List<String> generated(SplitTemplate split) {
        return split.template().section("Resources").keySet().stream()
                .filter(id -> id.startsWith("DependencyLayer"))
                .toList();
    }

    private static List<Node> layersOf(SplitTemplate split, String function) {
        return split.template()
                .resource(function)
                .flatMap(resource -> resource.mapping("Properties"))
                .flatMap(properties -> properties.sequence("Layers"))
                .map(list -> list.items())
                .orElse(List.of());
    }

    private static List<String> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void functionsWithTheSameJarsShareALayer() throws IOException {
        module("orders", jar("a"), jar("b"), sibling());
        module("audit", jar("b"), jar("a"));
        module("other", jar("a"));

        SplitTemplate split = split("Resources:\n" + function("Orders", "orders") + function("Audit", "audit")
                + function("Other", "other"));

        List<String> ids = generated(split);
        assertThat(ids).hasSize(2);
        assertThat(layersOf(split, "Orders")).hasSize(1).isEqualTo(layersOf(split, "Audit"));
        assertThat(layersOf(split, "Other")).isNotEqualTo(layersOf(split, "Orders"));
        assertThat(content(layers()))
                .containsExactlyInAnyOrder(
                        ids.get(0) + "/java/lib/a-1.jar",
                        ids.get(0) + "/java/lib/b-1.jar",
                        ids.get(1) + "/java/lib/a-1.jar");
    }

    @Test
    void layerIsSeenByTheCatalogAndItsContentIsThere() throws IOException {
        module("orders", jar("a"));

        FunctionCatalog catalog =
                catalog(split("Resources:\n" + function("Orders", "orders")).template());

        assertThat(catalog.problems()).isEmpty();
        assertThat(catalog.layers()).singleElement().satisfies(layer -> {
            assertThat(layer.code()).isInstanceOfSatisfying(CodeSource.Local.class, code -> assertThat(code.path())
                    .isEqualTo(layers().resolve(layer.logicalId()))
                    .isDirectory());
            assertThat(catalog.functions().get(0).layers()).containsExactly(new LayerReference.InTemplate(layer.id()));
        });
    }

    @Test
    void plainTemplateGetsAPlainLayer() throws IOException {
        module("orders", jar("a"));

        SplitTemplate split = split("""
                Resources:
                  Orders:
                    Type: AWS::Lambda::Function
                    Properties: {Code: orders, Runtime: java17, Handler: a.B}
                """);

        MappingNode layer = split.template().resource(generated(split).get(0)).orElseThrow();
        assertThat(layer.text("Type")).contains("AWS::Lambda::LayerVersion");
        assertThat(layer.mapping("Properties").orElseThrow().text("Content").orElseThrow())
                .startsWith("target/sam/layers/DependencyLayer");
        assertThat(layersOf(split, "Orders")).hasSize(1);
    }

    @Test
    void ownLayersStayInFrontAlsoIntrinsicOnesAndThoseOfTheGlobals() throws IOException {
        module("orders", jar("a"));

        SplitTemplate split = split("Globals: {Function: {Layers: [arn:global]}}\nResources:\n"
                + function("Orders", "orders", "Layers: [!If [C, arn:one, !Ref AWS::NoValue]]"));

        assertThat(layersOf(split, "Orders")).hasSize(2);
        assertThat(layersOf(split, "Orders").get(0).toString()).contains("Fn::If");
        LambdaFunction function = catalog(split.template()).functions().get(0);
        assertThat(function.properties().sequence("Layers").orElseThrow().items())
                .hasSize(3);
    }

    @Test
    void functionWithFiveLayersKeepsItsJars() throws IOException {
        module("orders", jar("a"));

        SplitTemplate split = split("Globals: {Function: {Layers: [arn:1, arn:2]}}\nResources:\n"
                + function("Orders", "orders", "Layers: [arn:3, arn:4, arn:5]"));

        assertThat(generated(split)).isEmpty();
        assertThat(split.warnings())
                .extracting(Problem::message)
                .containsExactly("Orders keeps its third-party jars: it has 5 of 5 layers");
    }

    @Test
    void functionWhoseLayersAreNoListKeepsItsJars() throws IOException {
        module("orders", jar("a"));

        SplitTemplate split = split("Parameters: {L: {Type: CommaDelimitedList}}\nResources:\n"
                + function("Orders", "orders", "Layers: !Ref L"));

        assertThat(generated(split)).isEmpty();
        assertThat(split.warnings()).singleElement().satisfies(warning -> assertThat(warning.message())
                .isEqualTo("Orders keeps its third-party jars: its Layers are no list that one can be added to"));
    }

    @Test
    void nothingIsChangedWhereThereIsNothingToSplit() throws IOException {
        module("own", sibling());
        module("shaded", Optional.of(project.resolve("shaded.jar")), jar("a"));
        Template template = template("Resources:\n" + function("Own", "own") + function("Shaded", "shaded")
                + function("Elsewhere", "s3://bucket/key")
                + function("Plain", "plain")
                + function("Script", "own").replace("java17", "python3.13"));

        SplitTemplate split =
                new DependencyLayers(this::moduleAt, JavaOptions.DEFAULT, layers()).split(template, catalog(template));

        assertThat(split.template()).isSameAs(template);
        assertThat(split.warnings()).isEmpty();
    }

    @Test
    void layerThatNobodyNeedsAnyMoreIsRemoved() throws IOException {
        module("orders", jar("a"));
        split("Resources:\n" + function("Orders", "orders"));
        module("orders", jar("b"));
        SplitTemplate split = split("Resources:\n" + function("Orders", "orders"));

        assertThat(content(layers())).containsExactly(generated(split).get(0) + "/java/lib/b-1.jar");
    }

    @Test
    void changeOfCodeChangesAFewKilobytesOfArchive() throws IOException {
        byte[] noise = new byte[3_000_000];
        new Random(7).nextBytes(noise);
        Path big = JavaSources.jar(
                project.resolve("repository/big.jar"),
                Map.of("x/Big.class", new String(noise, StandardCharsets.ISO_8859_1)));
        module("orders", new RuntimeJar("org.x", "big", "1", "", big, false), sibling());
        String text = "Resources:\n" + function("Orders", "orders");
        SplitTemplate before = split(text);
        Path layer = layers().resolve(generated(before).get(0) + "/java/lib/big-1.jar");
        Object layerBefore = Files.getAttribute(layer, "unix:ino");
        build(before);

        Files.writeString(project.resolve("orders/target/classes/Own.class"), "changed");
        SplitTemplate after = split(text);
        build(after);

        assertThat(after.template().root()).isEqualTo(before.template().root());
        assertThat(Files.getAttribute(layer, "unix:ino")).isEqualTo(layerBefore);
        assertThat(Files.size(layer)).isGreaterThan(3_000_000);
        Path folder = project.resolve("target/sam/build/Orders");
        assertThat(folder.resolve("Own.class")).hasContent("changed");
        assertThat(Files.size(JavaSources.jar(project.resolve("after.zip"), folder)))
                .isLessThan(2_048);
    }

    private void build(SplitTemplate split) throws IOException {
        LambdaFunction function = catalog(split.template()).functions().get(0);
        JavaWorkflow workflow = new JavaWorkflow(
                this::moduleAt,
                new FolderContent(project.resolve("target")),
                project.resolve("target/sam/jars"),
                JavaOptions.DEFAULT,
                event -> {});
        Path folder = Files.createDirectories(project.resolve("target/sam/build/Orders"));
        workflow.build(
                new BuildTarget(
                        function.id(),
                        false,
                        (CodeSource.Local) function.code(),
                        function.runtime(),
                        function.handler(),
                        function.architecture(),
                        Optional.empty(),
                        function.metadata()),
                folder);
    }
}
