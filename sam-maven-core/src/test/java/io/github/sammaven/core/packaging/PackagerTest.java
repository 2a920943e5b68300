package io.github.sammaven.core.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.archive.ContentHash;
import io.github.sammaven.core.archive.FileTreeReader;
import io.github.sammaven.core.archive.ReproducibleZip;
import io.github.sammaven.core.aws.ArtifactBucket;
import io.github.sammaven.core.aws.AwsSettings;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.aws.sdk.S3ArtifactStore;
import io.github.sammaven.core.aws.sdk.S3Server;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.ArtifactPackaged;
import io.github.sammaven.core.report.ArtifactPackaged.Outcome;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.template.MappingNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Packaging into an S3 server of this JVM, through the real client. */
@ExtendWith(LocalCredentials.class)
class PackagerTest {

    private static final String BUCKET = "acme-artifacts";

    @TempDir
    private Path folder;

    private final List<SamEvent> events = new ArrayList<>();
    private S3Server server;
    private AwsClients clients;
    private PackagingProject project;

    @BeforeEach
    void start() {
        server = new S3Server().createBucket(BUCKET);
        clients = new AwsClients(server.settings());
        project = new PackagingProject(folder);
    }

    @AfterEach
    void stop() {
        clients.close();
        server.close();
    }

    @Test
    void uploadsOnTheFirstRunAndNothingOnTheSecond() throws IOException {
        project.file("orders/a.txt", "orders").file("audit/a.txt", "audit");
        project.function("Orders", "orders")
                .function("Audit", "audit")
                .options(new PackageOptions("/dev/", false, false));

        PackagedTemplate first = pack();
        PackagedTemplate second = pack();

        assertThat(first.archives()).extracting(PackagedArchive::outcome).containsOnly(Outcome.UPLOADED);
        assertThat(second.archives()).extracting(PackagedArchive::outcome).containsOnly(Outcome.UNCHANGED);
        assertThat(second.template().root()).isEqualTo(first.template().root());
        // A retried request writes the same key again.
        assertThat(Set.copyOf(server.written())).hasSize(2).allMatch(key -> key.matches("dev/[0-9a-f]{32}"));
    }

    @Test
    void uploadsAgainWhenForced() throws IOException {
        project.file("orders/a.txt", "orders").function("Orders", "orders");
        pack();

        PackagedTemplate forced = packWith(new PackageOptions("", true, false));

        assertThat(forced.archives()).extracting(PackagedArchive::outcome).containsExactly(Outcome.UPLOADED);
        assertThat(server.written()).hasSize(2);
    }

    @Test
    void uploadsWhatIsInTheBucketByteForByte() throws IOException {
        project.file("orders/a.txt", "orders").function("Orders", "orders");

        PackagedArchive archive = pack().archives().get(0);

        assertThat(server.content(BUCKET, archive.key())).isEqualTo(Files.readAllBytes(archive.file()));
        assertThat(archive.archiveBytes()).isEqualTo(Files.size(archive.file()));
        assertThat(archive.unzippedBytes()).isEqualTo(6);
        assertThat(archive.sha256()).isEqualTo(ContentHash.sha256(archive.file()));
    }

    @Test
    void zipsAndUploadsASharedFolderOnce() throws IOException {
        project.file("shared/a.txt", "shared").file("copy/a.txt", "shared");
        project.function("One", "shared").function("Two", "copy").function("Three", "./shared/");

        PackagedTemplate packaged = pack();

        assertThat(server.written()).hasSize(1);
        assertThat(packaged.archives()).singleElement().satisfies(archive -> {
            assertThat(archive.users()).containsExactly("One", "Two", "Three");
            assertThat(archive.source()).isEqualTo("shared");
        });
        assertThat(List.of("One", "Two", "Three"))
                .extracting(id -> properties(packaged, id).text("CodeUri"))
                .containsOnly(Optional.of(
                        "s3://" + BUCKET + "/" + packaged.archives().get(0).key()));
    }

    @Test
    void keepsFoldersApartThatDifferInAnExecutableBitAlone() throws IOException {
        project.file("plain/bootstrap", "#!/bin/sh").file("executable/bootstrap", "#!/bin/sh");
        Files.setPosixFilePermissions(
                folder.resolve("executable/bootstrap"), PosixFilePermissions.fromString("rwxr-xr-x"));
        project.function("Plain", "plain").function("Executable", "executable");

        assertThat(pack().archives())
                .hasSize(2)
                .extracting(PackagedArchive::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void uploadsAgainAfterAChangeOfAnExecutableBitWhenModesCount() throws IOException {
        project.file("code/bootstrap", "#!/bin/sh").function("Orders", "code");
        PackageOptions modesInKey = new PackageOptions("", false, true);
        packWith(modesInKey);
        Files.setPosixFilePermissions(folder.resolve("code/bootstrap"), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(packWith(modesInKey).archives())
                .extracting(PackagedArchive::outcome)
                .containsExactly(Outcome.UPLOADED);
    }

    @Test
    void tellsWhatHappenedInTemplateOrder() throws IOException {
        List<String> ids =
                IntStream.range(0, 20).mapToObj(number -> "Function" + number).toList();
        for (String id : ids) {
            project.file(id + "/code.txt", id.repeat(10_000)).function(id, id);
        }

        pack();

        assertThat(events)
                .allSatisfy(event -> assertThat(event).isInstanceOf(ArtifactPackaged.class))
                .extracting(event -> ((ArtifactPackaged) event).users().get(0))
                .containsExactlyElementsOf(ids);
        assertThat(server.keys(BUCKET)).hasSize(20);
    }

    @Test
    void prefersWhatWasBuiltToWhatIsWritten() throws IOException {
        project.file("target/sam/build/Orders/lib/orders.jar", "x")
                .built("Orders", "target/sam/build/Orders", "orders");
        project.resource("Orders", "Type: AWS::Serverless::Function", "Properties: {CodeUri: !Sub './${X}'}");

        PackagedTemplate packaged = pack();

        assertThat(properties(packaged, "Orders").text("CodeUri").orElseThrow()).startsWith("s3://" + BUCKET);
        assertThat(packaged.archives().get(0).source()).isEqualTo("orders");
    }

    @Test
    void takesAJarAsItIs() throws IOException {
        project.file("content/a.txt", "content");
        new ReproducibleZip()
                .write(new FileTreeReader().read(folder.resolve("content")).files(), folder.resolve("app.jar"));
        project.function("Orders", "app.jar");

        PackagedArchive archive = pack().archives().get(0);

        assertThat(archive.file()).isEqualTo(folder.resolve("app.jar"));
        assertThat(archive.key()).isEqualTo(ContentHash.md5(folder.resolve("app.jar")));
        assertThat(archive.unzippedBytes()).isEqualTo(7);
    }

    @Test
    void wrapsASingleFileThatIsNoArchive() throws IOException {
        project.file("src/index.js", "exports.handler = 1").function("Orders", "src/index.js");

        PackagedArchive archive = pack().archives().get(0);

        try (ZipFile zip = new ZipFile(archive.file().toFile())) {
            assertThat(zip.stream().map(ZipEntry::toString)).containsExactly("index.js");
            assertThat(zip.getEntry("index.js").getSize()).isEqualTo(19);
        }
    }

    @Test
    void reportsOneProblemWhenTheBucketOfManyArchivesIsMissing() throws IOException {
        for (int number = 0; number < 20; number++) {
            project.file("f" + number + "/a.txt", "content " + number).function("F" + number, "f" + number);
        }
        Packager packager =
                new Packager(Optional.of(new S3ArtifactStore(clients, ArtifactBucket.named("absent"))), events::add);

        assertThat(failure(packager).problems())
                .extracting(Problem::message)
                .containsExactly("there is no S3 bucket 'absent'");
    }

    @Test
    void reportsOneProblemWhenNobodyListens() throws IOException {
        for (int number = 0; number < 6; number++) {
            project.file("f" + number + "/a.txt", "content " + number).function("F" + number, "f" + number);
        }
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        AwsSettings settings = new AwsSettings(
                Optional.of(S3Server.REGION), Optional.empty(), Optional.of(nobody), Map.of(), Optional.empty());
        try (AwsClients lost = new AwsClients(settings)) {
            Packager packager =
                    new Packager(Optional.of(new S3ArtifactStore(lost, ArtifactBucket.named(BUCKET))), events::add);

            assertThat(failure(packager).problems())
                    .extracting(Problem::message)
                    .containsExactly("S3 at " + nobody + " cannot be reached: Connection refused");
        }
    }

    private PackagedTemplate packWith(PackageOptions options) {
        project.options(options);
        return pack();
    }

    private PackagedTemplate pack() {
        return new Packager(Optional.of(new S3ArtifactStore(clients, ArtifactBucket.named(BUCKET))), events::add)
                .pack(project.request());
    }

    private SamException failure(Packager packager) {
        SamException failure = catchThrowableOfType(SamException.class, () -> packager.pack(project.request()));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static MappingNode properties(PackagedTemplate packaged, String logicalId) {
        return packaged.template()
                .resource(logicalId)
                .orElseThrow()
                .mapping("Properties")
                .orElseThrow();
    }
}
