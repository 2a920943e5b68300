package io.github.sammaven.core.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.archive.FileTreeReader;
import io.github.sammaven.core.archive.ReproducibleZip;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.template.TemplateWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images and signatures: what is asked of those who make them, and what becomes of their answers. */
class PackageServicesTest {

    private static final String IMAGES = """
            Resources:
              Named:
                Type: AWS::Serverless::Function
                Properties: {PackageType: Image, ImageUri: 'shop:latest'}
              Built:
                Type: AWS::Lambda::Function
                Properties: {PackageType: Image, Code: {ImageUri: !Ref Elsewhere}}
              Loaded:
                Type: AWS::Lambda::Function
                Properties: {PackageType: Image, Code: {ImageUri: images/shop.tar}}
              Remote:
                Type: AWS::Serverless::Function
                Properties: {PackageType: Image, ImageUri: !Sub '${AWS::AccountId}.dkr.ecr.x'}
            """;

    @TempDir
    private Path folder;

    private final MemoryStore store = new MemoryStore();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

    private final class Signer implements ArtifactSigner {

        private final List<String> ids;

        Signer(String... ids) {
            this.ids = List.of(ids);
        }

        @Override
        public boolean signs(String id) {
            return ids.contains(id);
        }

        @Override
        public String sign(String id, String key) {
            asked.add(id + " " + key);
            return "signed_" + id + ".zip";
        }
    }

    private PackagingProject images() throws IOException {
        return new PackagingProject(folder).file("images/shop.tar", "tar").builtImage("Built", "built:abc");
    }

    @Test
    void publishesImagesOfThisMachine() throws IOException {
        PackageServices services = new PackageServices(
                Optional.of(store),
                Optional.of((id, image) -> {
                    asked.add(id + " " + image);
                    return "ecr/" + id;
                }),
                Optional.empty());

        PackagedTemplate packaged = new Packager(services, event -> {}).pack(images().request(IMAGES));

        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "Named shop:latest", "Built built:abc", "Loaded " + folder.resolve("images/shop.tar"));
        assertThat(new TemplateWriter().yaml(packaged.template().root()))
                .contains("ImageUri: ecr/Named", "ImageUri: ecr/Built", "ImageUri: ecr/Loaded", "!Sub");
    }

    @Test
    void leavesThemAsTheyAreWithoutAnUpload() throws IOException {
        PackagedTemplate packaged = new Packager(Optional.empty(), event -> {}).pack(images().request(IMAGES));

        assertThat(new TemplateWriter().yaml(packaged.template().root()))
                .contains("ImageUri: shop:latest", "ImageUri: built:abc", "ImageUri: ../../images/shop.tar");
    }

    @Test
    void refusesThemAllWhenThereIsNoRepository() throws IOException {
        PackageRequest request = images().request(IMAGES);
        InvalidTemplateException refused = catchThrowableOfType(
                InvalidTemplateException.class, () -> new Packager(Optional.of(store), event -> {}).pack(request));

        assertThat(refused.problems()).hasSize(3).allSatisfy(problem -> assertThat(problem.message())
                .contains("no repository is named"));
    }

    @Test
    void signsListedCodeOfBothKindsAndNamesTheSignedObject() throws IOException {
        PackagingProject project =
                new PackagingProject(folder).file("code/a.txt", "a").file("layer/b.txt", "b");
        new ReproducibleZip()
                .write(new FileTreeReader().read(folder.resolve("code")).files(), folder.resolve("app.jar"));
        project.function("Sam", "code")
                .function("Plain", "code")
                .resource("Raw", "Type: AWS::Lambda::Function", "Properties: {Code: app.jar}")
                .resource("Layer", "Type: AWS::Lambda::LayerVersion", "Properties: {Content: layer}");
        PackageServices services = new PackageServices(
                Optional.of(store), Optional.empty(), Optional.of(new Signer("Sam", "Raw", "Layer")));

        PackagedTemplate packaged = new Packager(services, event -> {}).pack(project.request());

        String code = SamCliRecipe.folder(folder.resolve("code"));
        String jar = SamCliRecipe.md5(Files.readAllBytes(folder.resolve("app.jar")));
        String layer = SamCliRecipe.folder(folder.resolve("layer"));
        assertThat(store.keys()).containsExactlyInAnyOrder(code, code + ".zip", jar + ".zip", layer + ".zip");
        assertThat(asked)
                .containsExactlyInAnyOrder("Sam " + code + ".zip", "Raw " + jar + ".zip", "Layer " + layer + ".zip");
        assertThat(new TemplateWriter().yaml(packaged.template().root()))
                .contains("CodeUri: s3://memory/signed_Sam.zip", "CodeUri: s3://memory/" + code + "\n")
                .contains("S3Key: signed_Raw.zip", "S3Key: signed_Layer.zip");
    }

    @Test
    void signsNothingWithoutAnUpload() throws IOException {
        PackagingProject project =
                new PackagingProject(folder).file("code/a.txt", "a").function("Sam", "code");
        PackageServices services =
                new PackageServices(Optional.empty(), Optional.empty(), Optional.of(new Signer("Sam")));

        PackagedTemplate packaged = new Packager(services, event -> {}).pack(project.request());

        assertThat(asked).isEmpty();
        assertThat(packaged.archives().get(0).key()).doesNotEndWith(".zip");
    }
}
