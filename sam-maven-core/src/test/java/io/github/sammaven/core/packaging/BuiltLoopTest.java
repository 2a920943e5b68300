package io.github.sammaven.core.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.build.ArtifactBuilder;
import io.github.sammaven.core.build.BuildResult;
import io.github.sammaven.core.build.BuildSelection;
import io.github.sammaven.core.build.BuildSetup;
import io.github.sammaven.core.build.BuiltArtifact;
import io.github.sammaven.core.build.BuiltTemplates;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.packaging.loop.LoopExpansion;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import io.github.sammaven.core.template.TemplateWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions of loops, in the template a build writes. */
class BuiltLoopTest {

    private static final String SERVICES = """
            # The services
            Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
            Resources:
              Fn::ForEach::Services:
                - Name
                - [Orders, Audit] # all of them
                - ${Name}Function:
                    Type: AWS::Serverless::Function
                    Properties: {CodeUri: 'services/${Name}', Handler: a.B, Runtime: provided.al2023}
                  ${Name}Raw:
                    Type: AWS::Lambda::Function
                    Properties: {Code: 'services/${Name}', Handler: a.B, Runtime: provided.al2023}
            """;

    @TempDir
    private Path folder;

    private final MemoryStore store = new MemoryStore();

    @BeforeEach
    void write() throws IOException {
        file("template.yaml", SERVICES);
        file("services/Orders/bootstrap", "orders");
        file("services/Audit/bootstrap", "audit");
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static StackTree stacks(Path file) {
        Template template = new TemplateReader().read(file, "template.yaml");
        return StackTree.read(template, new TemplateResolver(template, LocalValues.defaults()))
                .complete();
    }

    private static FunctionCatalog catalog(StackTree stacks) {
        return FunctionCatalog.ofAll(
                stacks.changed(stack -> new LoopExpansion(stack.resolver()).expand(stack.template())));
    }

    private BuildResult build(StackTree stacks, Path output, String... excluded) {
        return new ArtifactBuilder(BuildSetup.of(module -> Optional.empty(), folder.resolve("target"), output))
                .build(catalog(stacks), new BuildSelection(Optional.empty(), List.of(excluded)));
    }

    /** The template in the exported folder. */
    private Path export(String... excluded) {
        StackTree stacks = stacks(folder.resolve("template.yaml"));
        Path output = folder.resolve("target/sam/build");
        Path exported = folder.resolve(".aws-sam/build");
        new BuiltTemplates(stacks, new SlotPaths(), output).export(build(stacks, output, excluded), exported);
        return exported.resolve("template.yaml");
    }

    private PackagedTemplate pack(Path file, Optional<MemoryStore> to) {
        StackTree stacks = stacks(file);
        BuildResult built = build(stacks, folder.resolve("target/again"));
        return new Packager(to.map(memory -> memory), event -> {})
                .pack(new PackageRequest(
                        stacks,
                        catalog(stacks).functions(),
                        built.artifacts(),
                        Map.of(),
                        folder.resolve("target/sam/archives"),
                        folder.resolve("target/sam/packaged.yaml"),
                        PackageOptions.defaults()));
    }

    @Test
    void loopStaysAndFindsWhatWasBuiltInAMapping() {
        assertThat(export()).content().startsWith("""
                # The services
                Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
                """).contains("- [Orders, Audit] # all of them");
        assertThat(new TemplateWriter().yaml(stacks(export()).root().template().root()))
                .contains("""
                    - ${Name}Function:
                        Type: AWS::Serverless::Function
                        Properties:
                          CodeUri:
                            Fn::FindInMap:
                              - SAMCodeUriServices
                              - Ref: Name
                              - CodeUri
                          Handler: a.B
                          Runtime: provided.al2023
                        Metadata:
                          SkipBuild: true
                """, """
                Mappings:
                  SAMCodeUriServices:
                    Orders:
                      CodeUri: OrdersFunction
                    Audit:
                      CodeUri: AuditFunction
                  SAMCodeServices:
                    Orders:
                      Code: OrdersRaw
                    Audit:
                      Code: AuditRaw
                """);
    }

    @Test
    void exportedFolderIsPackagedWithoutItsSources() throws IOException {
        Path exported = export();
        Files.delete(folder.resolve("services/Orders/bootstrap"));
        Files.delete(folder.resolve("services/Orders"));

        assertThat(build(stacks(exported), folder.resolve("target/again")).artifacts())
                .extracting(BuiltArtifact::path)
                .contains(exported.resolveSibling("OrdersFunction"), exported.resolveSibling("AuditRaw"));
        PackagedTemplate packaged = pack(exported, Optional.of(store));

        assertThat(store.keys()).hasSize(2);
        Path file = folder.resolve("target/sam/packaged.yaml");
        new PackagedText().write(packaged.template(), file);
        assertThat(DeployableTemplate.read(file).body())
                .contains("CodeUri: s3://memory/")
                .doesNotContain("OrdersFunction", "SAMCodeUriServicesFunction");
    }

    @Test
    void resourceOfWhichOneTurnIsExcludedKeepsItsSources() {
        assertThat(export("AuditFunction"))
                .content()
                .contains("CodeUri: '../../services/${Name}'", "SAMCodeServices:")
                .doesNotContain("SAMCodeUriServices");
    }

    @Test
    void valuesThatCannotBeKeysKeepTheirSources() throws IOException {
        file(
                "template.yaml",
                SERVICES.replace("[Orders, Audit]", "[a.b]")
                        .replace("${Name}Function", "Fn&{Name}")
                        .replace("${Name}Raw", "Raw&{Name}"));
        file("services/a.b/bootstrap", "orders");

        assertThat(export())
                .content()
                .contains("CodeUri: '../../services/${Name}'")
                .doesNotContain("Mappings");
    }

    @Test
    void turnsThatMakeTheSameKeyKeepTheirSources() throws IOException {
        file("template.yaml", """
                Transform: AWS::LanguageExtensions
                Resources:
                  Fn::ForEach::Places:
                    - Place
                    - [a, a-b]
                    - Fn::ForEach::Kinds:
                        - Kind
                        - [b-c, c]
                        - P&{Place}K&{Kind}:
                            Type: AWS::Serverless::Function
                            Properties: {CodeUri: 'services/${Place}/${Kind}', Handler: a, Runtime: provided.al2023}
                """);
        for (String code : List.of("a/b-c", "a/c", "a-b/b-c", "a-b/c")) {
            file("services/" + code + "/bootstrap", code);
        }
        assertThat(export())
                .content()
                .contains("CodeUri: '../../services/${Place}/${Kind}'")
                .doesNotContain("Mappings");
    }
}
