package io.github.sammaven.core.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.packaging.loop.LoopExpansion;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import io.github.sammaven.core.template.TemplateWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resources in {@code Fn::ForEach}. */
class LoopPackagingTest {

    private static final String SERVICES = """
            Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
            Resources:
              Fn::ForEach::Services:
                - Name
                - [Orders, Audit]
                - ${Name}Function:
                    Type: AWS::Serverless::Function
                    Properties: {CodeUri: 'services/${Name}', Handler: a.B}
            """;

    @TempDir
    private Path folder;

    private final List<SamEvent> events = new ArrayList<>();
    private final MemoryStore store = new MemoryStore();
    private PackagingProject project;

    @BeforeEach
    void create() throws IOException {
        project = new PackagingProject(folder)
                .file("services/Orders/a.txt", "orders")
                .file("services/Audit/a.txt", "audit")
                .file("shared/a.txt", "shared");
    }

    private String upload(String template) {
        return yaml(new Packager(Optional.of(store), events::add)
                .pack(project.request(template))
                .template());
    }

    private List<Problem> refusal(String template) {
        InvalidTemplateException refused = catchThrowableOfType(InvalidTemplateException.class, () -> upload(template));
        assertThat(refused).isNotNull();
        return refused.problems();
    }

    private static String yaml(Template template) {
        return new TemplateWriter().yaml(template.root());
    }

    private String key(String path) throws IOException {
        return SamCliRecipe.folder(folder.resolve(path));
    }

    @Test
    void keepsTheLoopAndFindsLocationsInAMapping() throws IOException {
        assertThat(upload(SERVICES)).isEqualTo("""
                Transform:
                  - AWS::LanguageExtensions
                  - AWS::Serverless-2016-10-31
                Resources:
                  Fn::ForEach::Services:
                    - Name
                    - - Orders
                      - Audit
                    - ${Name}Function:
                        Type: AWS::Serverless::Function
                        Properties:
                          CodeUri:
                            Fn::FindInMap:
                              - SAMCodeUriServices
                              - Ref: Name
                              - CodeUri
                          Handler: a.B
                Mappings:
                  SAMCodeUriServices:
                    Orders:
                      CodeUri: s3://memory/%s
                    Audit:
                      CodeUri: s3://memory/%s
                """.formatted(key("services/Orders"), key("services/Audit")));
        assertThat(events).noneMatch(Warning.class::isInstance);
    }

    @Test
    void writesOneLocationWhereTheVariableDoesNotMatter() throws IOException {
        String packaged = upload(SERVICES.replace("services/${Name}", "shared"));

        assertThat(packaged).contains("CodeUri: s3://memory/" + key("shared")).doesNotContain("Mappings");
        assertThat(store.keys()).hasSize(1);
    }

    @Test
    void putsThePartsOfALocationIntoTheMapping() throws IOException {
        String packaged = upload(SERVICES.replace("AWS::Serverless::Function", "AWS::Lambda::Function")
                .replace("CodeUri: 'services/${Name}'", "Code: !Sub 'services/${Name}'"));

        assertThat(packaged)
                .contains("""
                                  Code:
                                    S3Bucket:
                                      Fn::FindInMap:
                                        - SAMCodeServices
                                        - Ref: Name
                                        - S3Bucket
                                    S3Key:
                                      Fn::FindInMap:
                                        - SAMCodeServices
                                        - Ref: Name
                                        - S3Key
                                  Handler: a.B
                        """)
                .contains("    Orders:\n      S3Bucket: memory\n      S3Key: " + key("services/Orders"));
    }

    @Test
    void joinsTheKeysOfNestedLoops() throws IOException {
        project.file("eu/api/a.txt", "1").file("eu/job/a.txt", "2");
        project.file("us/api/a.txt", "3").file("us/job/a.txt", "4");

        String packaged = upload("""
                Transform: AWS::LanguageExtensions
                Resources:
                  Fn::ForEach::Places:
                    - Place
                    - [eu, us]
                    - Fn::ForEach::Kinds:
                        - Kind
                        - [api, job]
                        - ${Place}${Kind}:
                            Type: AWS::Serverless::Function
                            Properties: {CodeUri: './${Place}/${Kind}'}
                """);

        assertThat(packaged)
                .contains("- SAMCodeUriPlacesKinds", "Fn::Join:")
                .contains(
                        "    eu-api:\n      CodeUri: s3://memory/" + key("eu/api"),
                        "    us-job:\n      CodeUri: s3://memory/" + key("us/job"));
    }

    @Test
    void freezesACollectionFromAParameterAndSaysSo() throws IOException {
        String template = "Parameters: {Names: {Type: CommaDelimitedList, Default: Orders}}\n"
                + SERVICES.replace("[Orders, Audit]", "!Ref Names");
        assertThat(upload(template)).contains("Orders:\n").doesNotContain("Audit:");

        project.parameter("Names", "Orders,Audit");
        assertThat(upload(template)).contains("    Orders:\n", "    Audit:\n");
        assertThat(events)
                .filteredOn(Warning.class::isInstance)
                .extracting(event -> ((Warning) event).problem().message())
                .containsOnly("the loop Services is packaged with the values its collection has now");
    }

    @Test
    void tellsResourcesOfOneLoopApart() throws IOException {
        String packaged = upload(SERVICES + """
                    ${Name}Second:
                        Type: AWS::Serverless::Function
                        Properties: {CodeUri: 'services/${Name}'}
                """.indent(2));

        assertThat(packaged).contains("  SAMCodeUriServices:\n", "  SAMCodeUriServicesSecond:\n");
    }

    @Test
    void takesWhatWasBuiltForEachTurn() throws IOException {
        project.file("built/o/x.txt", "o").file("built/a/x.txt", "a");
        project.built("OrdersFunction", "built/o", "orders").built("AuditFunction", "built/a", "audit");

        assertThat(upload(SERVICES.replace("services/${Name}", "shared")))
                .contains("    Orders:\n      CodeUri: s3://memory/" + key("built/o"))
                .contains("    Audit:\n      CodeUri: s3://memory/" + key("built/a"));
    }

    @Test
    void packagesNestedTemplatesOfALoop() throws IOException {
        project.file("one.yaml", "Resources: {}\n").file("two.yaml", "Description: two\nResources: {}\n");

        assertThat(upload("""
                Transform: AWS::LanguageExtensions
                Resources:
                  Fn::ForEach::Parts:
                    - Part
                    - [one, two]
                    - Stack${Part}:
                        Type: AWS::CloudFormation::Stack
                        Properties: {TemplateURL: '${Part}.yaml'}
                """)).contains("    one:\n      TemplateURL: https://invalid/memory/", "SAMTemplateURLParts");
    }

    @Test
    void namesValuesThatCannotBeKeysAndPathsThatDoNotExist() {
        assertThat(refusal(SERVICES.replace("Audit]", "a.b]")))
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "the loop Services has the value 'a.b', which cannot be the key of a mapping",
                        "Parameter CodeUri of resource a.bFunction refers to a file or folder that does not exist:"
                                + " services/a.b");
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void refusesACollectionThatOnlyAwsKnows() {
        assertThat(refusal(SERVICES.replace("[Orders, Audit]", "!GetAtt Other.Names")))
                .extracting(Problem::message)
                .containsExactly("Parameter CodeUri of resource ${Name}Function depends on the loop Services, whose"
                        + " collection is known in AWS only");
    }

    @Test
    void leavesLoopsAloneWithoutLanguageExtensions() {
        String packaged = upload(SERVICES.replace("AWS::LanguageExtensions, ", ""));
        assertThat(packaged).contains("CodeUri: services/${Name}");
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void aDeploymentRefusesAMappingOfLocalPaths() {
        Path file = folder.resolve("target/sam/packaged.yaml");
        PackagedTemplate packaged = new Packager(Optional.empty(), events::add).pack(project.request(SERVICES));
        new PackagedText().write(packaged.template(), file);
        assertThat(catchThrowableOfType(InvalidTemplateException.class, () -> DeployableTemplate.read(file)))
                .hasMessageContaining("the mapping SAMCodeUriServices names a local file, not in S3: archives/");

        PackagedTemplate uploaded = new Packager(Optional.of(store), events::add).pack(project.request(SERVICES));
        new PackagedText().write(uploaded.template(), file);
        assertThat(DeployableTemplate.read(file).body()).contains("SAMCodeUriServices");
        assertThat(catchThrowableOfType(
                        InvalidOptionException.class, () -> DeployableTemplate.read(folder.resolve("absent.yaml"))))
                .isNotNull();
    }

    @Test
    void unrollsLoopsForBuilds() {
        Template template = new TemplateReader().parse(SERVICES, folder.resolve("template.yaml"), "template.yaml");
        TemplateResolver resolver = new TemplateResolver(template, LocalValues.defaults());

        Template unrolled = new LoopExpansion(resolver).expand(template);

        assertThat(unrolled.section("Resources").keySet()).containsExactly("OrdersFunction", "AuditFunction");
        assertThat(yaml(unrolled)).contains("CodeUri: services/Orders", "CodeUri: services/Audit");
        Template plain = unrolled;
        assertThat(new LoopExpansion(resolver).expand(plain)).isSameAs(plain);
    }

    @Test
    void unrollsLoopsOfNestedTemplatesAndTheStacksOfLoops() throws IOException {
        project.file("parts/leaf.yaml", """
                        Parameters: {Names: {Type: CommaDelimitedList, Default: Own}}
                        """ + SERVICES.replace("[Orders, Audit]", "!Ref Names"))
                .file("parts/services/Orders/app.py", "orders")
                .file("parts/services/Audit/app.py", "audit");
        StackTree written = tree("""
                Transform: AWS::LanguageExtensions
                Resources:
                  Single:
                    Type: AWS::Serverless::Application
                    Properties: {Location: parts/leaf.yaml, Parameters: {Names: 'Orders,Audit'}}
                  Fn::ForEach::Places:
                    - Place
                    - [Eu, Us]
                    - Stack${Place}:
                        Type: AWS::CloudFormation::Stack
                        Properties: {TemplateURL: parts/leaf.yaml, Parameters: {Names: Orders}}
                """);
        assertThat(FunctionCatalog.ofAll(written).functions()).isEmpty();

        FunctionCatalog unrolled = FunctionCatalog.ofAll(unrolled(written).complete());

        assertThat(unrolled.functions())
                .extracting(LambdaFunction::id)
                .containsExactly(
                        "Single/OrdersFunction",
                        "Single/AuditFunction",
                        "StackEu/OrdersFunction",
                        "StackUs/OrdersFunction");
        assertThat(unrolled.functions().get(1).code())
                .isInstanceOfSatisfying(CodeSource.Local.class, code -> assertThat(code.path())
                        .isEqualTo(folder.resolve("parts/services/Audit")));
    }

    @Test
    void namesTemplatesOfLoopsThatDoNotExist() {
        StackTree written = tree("""
                Transform: AWS::LanguageExtensions
                Resources:
                  Fn::ForEach::Places:
                    - Place
                    - [Eu]
                    - Stack${Place}:
                        Type: AWS::CloudFormation::Stack
                        Properties: {TemplateURL: '${Place}.yaml'}
                """);
        assertThat(written.complete().stacks()).hasSize(1);
        assertThat(unrolled(written).problems())
                .extracting(Problem::message)
                .containsExactly("the nested stack StackEu has no template: TemplateURL refers to a file that does not"
                        + " exist: Eu.yaml");
    }

    @Test
    void aTreeWithoutLoopsIsNotReadAgain() {
        StackTree written = tree("Resources: {Topic: {Type: AWS::SNS::Topic}}");
        assertThat(unrolled(written)).isSameAs(written);
    }

    private StackTree tree(String text) {
        Template template = new TemplateReader().parse(text, folder.resolve("template.yaml"), "template.yaml");
        return StackTree.read(template, new TemplateResolver(template, LocalValues.defaults()));
    }

    private static StackTree unrolled(StackTree written) {
        return written.changed(stack -> new LoopExpansion(stack.resolver()).expand(stack.template()));
    }
}
