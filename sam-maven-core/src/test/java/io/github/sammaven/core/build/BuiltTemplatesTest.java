package io.github.sammaven.core.build;

import static io.github.sammaven.core.build.BuildProject.content;
import static io.github.sammaven.core.build.BuildProject.function;
import static io.github.sammaven.core.build.BuildProject.layer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.packaging.SlotPaths;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltTemplatesTest {

    private static final String TEMPLATE = function("Fn", "python3.12", "code")
            + "Raw:\n  Type: AWS::Lambda::Function\n  Properties: {Code: code, Runtime: python3.13}\n"
            + layer("Plain", "layer")
            + layer("Made", "layer", "Metadata: {BuildMethod: python3.12}")
            + function("Zip", "python3.12", "done.zip")
            + function("Remote", "python3.12", "'s3://bucket/key'")
            + "Img:\n  Type: AWS::Serverless::Function\n  Properties: {PackageType: Image}\n"
            + "  Metadata: {Dockerfile: Dockerfile, DockerContext: code}\n"
            + "RawImg:\n  Type: AWS::Lambda::Function\n  Properties: {PackageType: Image, Code: {ImageUri: here}}\n"
            + "  Metadata: {Dockerfile: Dockerfile, DockerContext: code}\n"
            + "Shop:\n  Type: AWS::Serverless::Application\n  Properties: {Location: shop/stack.yaml}\n"
            + "Raws:\n  Type: AWS::CloudFormation::Stack\n  Properties: {TemplateURL: shop/stack.yaml}\n"
            + "Far:\n  Type: AWS::Serverless::Application\n"
            + "  Properties: {Location: 'https://b.s3.amazonaws.com/k'}\n"
            + "Table:\n  Type: AWS::DynamoDB::Table\n";

    @TempDir
    private Path folder;

    private BuildProject project;

    @BeforeEach
    void write() throws IOException {
        project = new BuildProject(folder)
                .file("code/app.py", "app")
                .file("layer/python/dep.py", "dep")
                .file("done.zip", "zip")
                .file(
                        "shop/stack.yaml",
                        "Resources:\n" + function("Fn", "python3.12", "code").indent(2))
                .file("shop/code/app.py", "shop");
    }

    private BuildResult build(String resources) {
        return project.build(resources, project.remembering().withImages(new NamedImages("fn:latest")));
    }

    private BuiltTemplates templates(LocalPaths paths) {
        return new BuiltTemplates(project.tree(TEMPLATE), paths, project.output());
    }

    private static MappingNode read(Path file) {
        return new TemplateReader().read(file, file.toString()).root();
    }

    private static String at(MappingNode root, String... keys) {
        Optional<MappingNode> mapping = Optional.of(root);
        for (int i = 0; i < keys.length - 1; i++) {
            String key = keys[i];
            mapping = mapping.flatMap(found -> found.mapping(key));
        }
        return mapping.flatMap(found -> found.get(keys[keys.length - 1]))
                .map(node -> node.asText().orElse(node.toString()))
                .orElse("absent");
    }

    private static String property(MappingNode root, String id, String property) {
        return at(root, "Resources", id, "Properties", property);
    }

    @Test
    void builtCodeTakesThePlaceOfItsSource() {
        templates(new SlotPaths()).write(build(TEMPLATE));
        MappingNode root = read(project.output().resolve("template.yaml"));
        assertThat(property(root, "Fn", "CodeUri")).isEqualTo("Fn");
        assertThat(property(root, "Raw", "Code")).isEqualTo("Raw");
        assertThat(property(root, "Made", "ContentUri")).isEqualTo("Made");
        assertThat(property(root, "Img", "ImageUri")).isEqualTo("fn:latest");
        assertThat(property(root, "RawImg", "Code")).isEqualTo("{ImageUri=\"fn:latest\"}");
        assertThat(property(root, "Shop", "Location")).isEqualTo("Shop/template.yaml");
        assertThat(property(root, "Raws", "TemplateURL")).isEqualTo("Raws/template.yaml");
        assertThat(property(read(project.output().resolve("Shop/template.yaml")), "Fn", "CodeUri"))
                .isEqualTo("Fn");
    }

    @Test
    void whatWasNotBuiltIsNamedFromTheNewPlace() {
        templates(new SlotPaths()).write(build(TEMPLATE));
        MappingNode root = read(project.output().resolve("template.yaml"));
        assertThat(property(root, "Plain", "ContentUri")).isEqualTo("../../../layer");
        assertThat(property(root, "Zip", "CodeUri")).isEqualTo("../../../done.zip");
        assertThat(property(root, "Remote", "CodeUri")).isEqualTo("s3://bucket/key");
        assertThat(property(root, "Far", "Location")).isEqualTo("https://b.s3.amazonaws.com/k");
        assertThat(at(root, "Resources", "Table", "Type")).isEqualTo("AWS::DynamoDB::Table");
        assertThat(at(root, "Resources", "Table", "Metadata")).isEqualTo("absent");
    }

    @Test
    void excludedFunctionKeepsItsSourceAsSeenFromTheNewPlace() {
        BuildResult part = new ArtifactBuilder(project.setup())
                .build(project.catalog(TEMPLATE), new BuildSelection(Optional.empty(), List.of("Fn")));
        templates(new SlotPaths()).write(part);
        assertThat(property(read(project.output().resolve("template.yaml")), "Fn", "CodeUri"))
                .isEqualTo("../../../code");
    }

    @Test
    void builtResourcesSayWhoTheyAreAndThatTheyAreBuilt() {
        templates(new SlotPaths()).write(build(TEMPLATE));
        MappingNode root = read(project.output().resolve("template.yaml"));
        assertThat(at(root, "Resources", "Fn", "Metadata")).isEqualTo("{SamResourceId=\"Fn\", SkipBuild=true}");
        assertThat(at(root, "Resources", "Img", "Metadata", "SamResourceId")).isEqualTo("Img");
        assertThat(at(root, "Resources", "Plain", "Metadata")).isEqualTo("absent");
    }

    @Test
    void assetsOfTheCdkAreWhatWasBuiltOfThem() {
        String cdk = "Fn:\n  Type: AWS::Lambda::Function\n"
                + "  Properties: {Code: code, Runtime: python3.13}\n"
                + "  Metadata: {'aws:asset:path': code, 'aws:asset:property': Code}\n"
                + "Img:\n  Type: AWS::Lambda::Function\n"
                + "  Properties: {PackageType: Image, Code: {ImageUri: here}}\n"
                + "  Metadata: {Dockerfile: Dockerfile, DockerContext: code, 'aws:asset:local-image': old}\n";
        new BuiltTemplates(project.tree(cdk), new SlotPaths(), project.output()).write(build(cdk));
        MappingNode root = read(project.output().resolve("template.yaml"));
        assertThat(property(root, "Fn", "Code")).isEqualTo("Fn");
        assertThat(at(root, "Resources", "Fn", "Metadata", "aws:asset:path")).isEqualTo("Fn");
        assertThat(at(root, "Resources", "Img", "Metadata", "aws:asset:local-image"))
                .isEqualTo("fn:latest");
        assertThat(at(root, "Resources", "Img", "Metadata", "DockerContext")).isEqualTo("../../../code");
    }

    @Test
    void commentsAndQuotesOfTheTemplateStay() throws IOException {
        project.file("template.yaml", """
                # The shop
                Resources:
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: 'code' # its only function
                      Runtime: "python3.12"
                """);
        Template template = new TemplateReader().read(project.path("template.yaml"), "template.yaml");
        StackTree tree = StackTree.ofRoot(template, new TemplateResolver(template, LocalValues.defaults()));
        BuildResult result = new ArtifactBuilder(project.setup()).build(FunctionCatalog.of(tree), BuildSelection.ALL);
        new BuiltTemplates(tree, new SlotPaths(), project.output()).write(result);
        assertThat(project.output().resolve("template.yaml")).hasContent("""
                # The shop
                Resources:
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: 'Fn' # its only function
                      Runtime: "python3.12"
                    Metadata:
                      SamResourceId: Fn
                      SkipBuild: true
                """);
    }

    @Test
    void otherPathsAreThoseOfTheTableThatIsGiven() {
        LocalPaths table = (template, change) -> {
            MappingNode note = MappingNode.of("Path", ScalarNode.string(change.apply("docs/a.txt")));
            return template.withRoot(template.root().with("Metadata", note));
        };
        templates(table).write(build(TEMPLATE));
        assertThat(at(read(project.output().resolve("template.yaml")), "Metadata", "Path"))
                .isEqualTo("../../../docs/a.txt");
        assertThat(at(read(project.output().resolve("Shop/template.yaml")), "Metadata", "Path"))
                .isEqualTo("../../../../shop/docs/a.txt");
    }

    @Test
    void templateIsGoneWhileABuildIsUnderWay() {
        BuiltTemplates templates = templates(new SlotPaths());
        templates.remove();
        templates.write(build(TEMPLATE));
        assertThat(project.output().resolve("template.yaml")).exists();
        templates.remove();
        assertThat(project.output().resolve("template.yaml")).doesNotExist();
    }

    @Test
    void absolutePathsStay() {
        LocalPaths table = (template, change) -> {
            assertThat(change.apply("/etc/a.txt")).isEqualTo("/etc/a.txt");
            assertThat(change.apply("a\0b")).isEqualTo("a\0b");
            return template;
        };
        templates(table).write(build(TEMPLATE));
    }

    @Test
    void exportHoldsTemplatesAndArtifactsAndNothingElse() throws IOException {
        Path export =
                Files.createDirectories(project.path(".aws-sam/build/Old")).getParent();
        Files.writeString(export.resolve("Old/left.txt"), "left");
        templates(new SlotPaths()).export(build(TEMPLATE), export);
        assertThat(content(export))
                .containsOnlyKeys(
                        "template.yaml",
                        "Fn/app.py",
                        "Raw/app.py",
                        "Made/python/dep.py",
                        "Shop/template.yaml",
                        "Shop/Fn/app.py",
                        "Raws/template.yaml",
                        "Raws/Fn/app.py");
        assertThat(property(read(export.resolve("template.yaml")), "Plain", "ContentUri"))
                .isEqualTo("../../layer");
        assertThat(property(read(export.resolve("template.yaml")), "Fn", "CodeUri"))
                .isEqualTo("Fn");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(export)))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void exportCanBeBuiltAndNothingIsBuiltTwice() throws IOException {
        Path export = project.path(".aws-sam/build");
        templates(new SlotPaths()).export(build(TEMPLATE), export);
        Template template = new TemplateReader().read(export.resolve("template.yaml"), "template.yaml");
        FunctionCatalog catalog =
                FunctionCatalog.of(StackTree.read(template, new TemplateResolver(template, LocalValues.defaults())));
        project.built.clear();
        BuildResult again = new ArtifactBuilder(project.setup()).build(catalog, BuildSelection.ALL);
        assertThat(project.built).isEmpty();
        assertThat(BuildProject.paths(again))
                .containsEntry("Fn", export.resolve("Fn"))
                .containsEntry("Shop/Fn", export.resolve("Shop/Fn"))
                .containsEntry("Plain", project.path("layer"));
    }

    @Test
    void globalPathIsSeenFromTheNewPlaceToo() throws IOException {
        Path file = project.path("globals.yaml");
        Files.writeString(
                file,
                "Globals: {Function: {CodeUri: code, Runtime: python3.12}}\nResources:\n"
                        + "  Fn: {Type: AWS::Serverless::Function}\n"
                        + "  Inline: {Type: AWS::Serverless::Function, Properties: {InlineCode: x}}\n");
        Template template = new TemplateReader().read(file, "globals.yaml");
        StackTree tree = StackTree.ofRoot(template, new TemplateResolver(template, LocalValues.defaults()));
        BuildResult result = new ArtifactBuilder(project.setup()).build(FunctionCatalog.of(tree), BuildSelection.ALL);
        new BuiltTemplates(tree, new SlotPaths(), project.output()).write(result);
        MappingNode root = read(project.output().resolve("template.yaml"));
        assertThat(at(root, "Globals", "Function", "CodeUri")).isEqualTo("../../../code");
        assertThat(property(root, "Fn", "CodeUri")).isEqualTo("Fn");
    }
}
