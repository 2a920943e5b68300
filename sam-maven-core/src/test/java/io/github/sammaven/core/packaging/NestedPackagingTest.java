package io.github.sammaven.core.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.report.ArtifactPackaged;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates within templates. */
class NestedPackagingTest {

    private static final String ROOT = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Shop:
                Type: AWS::Serverless::Application
                Properties: {Location: shop/template.yaml}
              Own:
                Type: AWS::Serverless::Function
                Properties: {CodeUri: shared}
            """;
    private static final String SHOP = """
            Resources:
              Orders:
                Type: AWS::CloudFormation::Stack
                Properties: {TemplateURL: orders/template.json}
              Api:
                Type: AWS::Serverless::Api
                Properties: {StageName: dev, DefinitionUri: api.yaml}
            """;
    private static final String ORDERS = """
            {"Resources": {
              "Fn": {"Type": "AWS::Serverless::Function", "Properties": {"CodeUri": "code"}},
              "Raw": {"Type": "AWS::Lambda::Function", "Properties": {"Code": "../../shared"}}
            }}
            """;

    @TempDir
    private Path folder;

    private final List<SamEvent> events = new ArrayList<>();
    private final MemoryStore store = new MemoryStore();

    private PackagingProject shop() throws IOException {
        return new PackagingProject(folder)
                .file("shop/template.yaml", SHOP)
                .file("shop/api.yaml", "openapi: 3.0.1\n")
                .file("shop/orders/template.json", ORDERS)
                .file("shop/orders/code/a.txt", "orders")
                .file("shared/a.txt", "shared");
    }

    private PackagedTemplate upload(PackageRequest request) {
        return new Packager(Optional.of(store), events::add).pack(request);
    }

    private static String property(Template template, String id, String name) {
        return template.resource(id)
                .flatMap(resource -> resource.mapping("Properties"))
                .flatMap(properties -> properties.get(name))
                .flatMap(Node::asText)
                .orElseThrow();
    }

    private Template stored(String url) {
        return new TemplateReader().parse(store.text(url), folder.resolve("stored.yaml"), "stored.yaml");
    }

    @Test
    void packagesThreeLevelsTheInnermostFirst() throws IOException {
        PackagedTemplate packaged = upload(shop().request(ROOT));

        String shopUrl = property(packaged.template(), "Shop", "Location");
        Template shop = stored(shopUrl);
        String ordersUrl = property(shop, "Orders", "TemplateURL");
        Template orders = stored(ordersUrl);
        assertThat(shopUrl).matches("https://invalid/memory/[0-9a-f]{32}\\.template");
        assertThat(property(orders, "Fn", "CodeUri"))
                .isEqualTo("s3://memory/" + SamCliRecipe.folder(folder.resolve("shop/orders/code")));
        assertThat(property(shop, "Api", "DefinitionUri")).startsWith("s3://memory/");
        assertThat(store.text(ordersUrl)).startsWith("Resources:\n");
        assertThat(shopUrl).contains(SamCliRecipe.md5(store.text(shopUrl).getBytes(StandardCharsets.UTF_8)));
        List<String> templates = store.written().stream()
                .filter(key -> key.endsWith(".template"))
                .toList();
        assertThat(templates)
                .containsExactly(
                        ordersUrl.substring(ordersUrl.lastIndexOf('/') + 1),
                        shopUrl.substring(shopUrl.lastIndexOf('/') + 1));
    }

    @Test
    void uploadsContentOnceThatStacksShare() throws IOException {
        PackagedTemplate packaged = upload(shop().request(ROOT));

        assertThat(packaged.archives())
                .filteredOn(archive -> archive.source().equals("shared"))
                .singleElement()
                .satisfies(archive -> assertThat(archive.users()).containsExactly("Own", "Shop/Orders/Raw"));
        assertThat(store.written()).doesNotHaveDuplicates().hasSize(5);
    }

    @Test
    void uploadsNothingOnTheSecondRun() throws IOException {
        PackageRequest request = shop().request(ROOT);
        upload(request);
        int before = store.written().size();

        PackagedTemplate second = upload(request);

        assertThat(store.written()).hasSize(before);
        assertThat(second.nested()).extracting(PackagedFile::outcome).containsOnly(ArtifactPackaged.Outcome.UNCHANGED);
    }

    @Test
    void uploadsAChildOnceThatIsUsedTwice() throws IOException {
        PackagingProject project = shop();
        PackagedTemplate packaged = upload(project.request("""
                Resources:
                  One: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: shop/template.yaml}}
                  Two: {Type: AWS::Serverless::Application, Properties: {Location: ./shop/../shop/template.yaml}}
                """));

        assertThat(property(packaged.template(), "One", "TemplateURL"))
                .isEqualTo(property(packaged.template(), "Two", "Location"));
        assertThat(store.written()).doesNotHaveDuplicates();
        assertThat(packaged.nested())
                .extracting(file -> file.users().get(0))
                .containsExactlyInAnyOrder("One/Orders", "Two/Orders", "One", "Two");
    }

    @Test
    void takesWhatWasBuiltForFunctionsOfNestedStacks() throws IOException {
        PackagingProject project = shop().file("target/sam/build/Shop/Orders/Fn/built.txt", "built")
                .built("Shop/Orders/Fn", "target/sam/build/Shop/Orders/Fn", "orders module");

        PackagedTemplate packaged = upload(project.request(ROOT));

        Template orders =
                stored(property(stored(property(packaged.template(), "Shop", "Location")), "Orders", "TemplateURL"));
        assertThat(property(orders, "Fn", "CodeUri"))
                .endsWith(SamCliRecipe.folder(folder.resolve("target/sam/build/Shop/Orders/Fn")));
    }

    @Test
    void writesThemBesideThePackagedTemplateWithoutAnUpload() throws IOException {
        PackagedTemplate packaged = new Packager(Optional.empty(), events::add).pack(shop().request(ROOT));

        Path output = folder.resolve("target/sam");
        assertThat(property(packaged.template(), "Shop", "Location")).isEqualTo("nested/Shop.yaml");
        Template shop = new TemplateReader().read(output.resolve("nested/Shop.yaml"), "Shop.yaml");
        assertThat(property(shop, "Orders", "TemplateURL")).isEqualTo("Shop/Orders.yaml");
        assertThat(shop.folder().resolve(property(shop, "Api", "DefinitionUri")).normalize())
                .isEqualTo(folder.resolve("shop/api.yaml"));
        Template orders = new TemplateReader().read(output.resolve("nested/Shop/Orders.yaml"), "Orders.yaml");
        assertThat(orders.folder().resolve(property(orders, "Fn", "CodeUri"))).isRegularFile();
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void reportsTheProblemsOfAllTemplatesAtOnceAtTheirPlaces() throws IOException {
        PackagingProject project = new PackagingProject(folder)
                .file("shop/template.yaml", SHOP)
                .file("shop/orders/template.json", ORDERS)
                .file("broken.yaml", "Resources: [\n")
                .file("self.yaml", """
                        Resources:
                          Again: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: self.yaml}}
                        """);
        InvalidTemplateException refused =
                catchThrowableOfType(InvalidTemplateException.class, () -> upload(project.request(ROOT + """
                          Gone: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: gone.yaml}}
                          Broken: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: broken.yaml}}
                          Self: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: self.yaml}}
                          Off:
                            Type: AWS::CloudFormation::Stack
                            Condition: Never
                            Properties: {TemplateURL: off.yaml}
                        Conditions: {Never: !Equals [a, b]}
                        """)));

        assertThat(refused.problems())
                .extracting(problem -> problem.mark() + " " + problem.message())
                .anySatisfy(text -> assertThat(text).startsWith("broken.yaml:"))
                .contains(
                        "self.yaml:2:71 Parameter TemplateURL of resource Self/Again nests the template in itself:"
                                + " self.yaml",
                        "shop/orders/template.json:2:73 Parameter CodeUri of resource Shop/Orders/Fn refers to a file or"
                                + " folder that does not exist: shop/orders/code",
                        "shop/orders/template.json:3:67 Parameter Code of resource Shop/Orders/Raw refers to a file or"
                                + " folder that does not exist: shared",
                        "shop/template.yaml:7:49 Parameter DefinitionUri of resource Shop/Api refers to a file or folder"
                                + " that does not exist: shop/api.yaml",
                        "template.yaml:8:27 Parameter CodeUri of resource Own refers to a file or folder that does not"
                                + " exist: shared",
                        "template.yaml:9:70 Parameter TemplateURL of resource Gone is neither the S3 URL nor the path of a"
                                + " template: gone.yaml",
                        "template.yaml:15:31 Parameter TemplateURL of resource Off is neither the S3 URL nor the path of a"
                                + " template: off.yaml");
        assertThat(refused.problems()).hasSize(8);
        assertThat(store.keys()).isEmpty();
        assertThat(Files.exists(folder.resolve("target/sam/nested"))).isFalse();
    }
}
