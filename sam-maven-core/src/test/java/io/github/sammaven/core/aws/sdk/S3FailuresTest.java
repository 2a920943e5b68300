package io.github.sammaven.core.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.aws.ArtifactBucket;
import io.github.sammaven.core.aws.AwsSettings;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each refusal S3 knows, over real HTTP and the real client. */
@ExtendWith(LocalCredentials.class)
class S3FailuresTest {

    private static final String LISTING =
            "<ListBucketResult><Name>acme</Name><KeyCount>0</KeyCount></ListBucketResult>";

    @TempDir
    private Path folder;

    private ScriptedService service;

    @BeforeEach
    void start() throws IOException {
        service = new ScriptedService();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void namesListBucketWhenNeitherHeadNorListIsAllowed() {
        service.on("HEAD", 403).refuse("GET", 403, "AccessDenied", "Access Denied");

        assertThat(problem(this::contains)).satisfies(problem -> {
            assertThat(problem.message()).contains("'acme'", "orders/key");
            assertThat(problem.suggestion())
                    .contains("s3:ListBucket on arn:aws:s3:::acme ", "s3:GetObject on arn:aws:s3:::acme/*");
        });
    }

    @Test
    void namesGetObjectWhenOnlyTheListIsAllowed() {
        service.on("HEAD", 403).on("GET", 200, Map.of("Content-Type", "application/xml"), LISTING);

        assertThat(problem(this::contains).suggestion())
                .contains("s3:GetObject")
                .doesNotContain("s3:ListBucket");
    }

    @Test
    void asksForTheReasonWhenTheHeadOfAnExpiredTokenHasNone() {
        service.on("HEAD", 400).refuse("GET", 400, "ExpiredToken", "The provided token has expired.");

        assertThat(problem(this::contains).message()).isEqualTo("the AWS credentials have expired");
    }

    @Test
    void saysThatTheKeysAreWrongWhenS3DoesNotKnowThem() {
        service.on("HEAD", 403).refuse("GET", 403, "InvalidAccessKeyId", "The AWS Access Key Id does not exist.");

        assertThat(problem(this::contains).message())
                .isEqualTo("AWS does not accept the credentials: The AWS Access Key Id does not exist");
    }

    @Test
    void namesTheRegionOfABucketThatIsElsewhere() {
        service.on("HEAD", 301, Map.of("x-amz-bucket-region", "us-west-2"), "");

        assertThat(problem(this::contains)).satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("the S3 bucket 'acme' is in region us-west-2, not in eu-central-1");
            assertThat(problem.suggestion()).contains("-Dsam.region=us-west-2");
        });
    }

    @Test
    void saysThatTheRegionIsAnotherWhenS3DoesNotNameIt() {
        service.refuse("PUT", 301, "PermanentRedirect", "Use another endpoint.");

        assertThat(problem(this::put).message()).contains("'acme' is in another region");
    }

    @Test
    void namesPutObjectAndTheKeyPermissionWhenWritingIsDenied() {
        service.refuse("PUT", 403, "AccessDenied", "User x is not authorized");

        assertThat(problem(this::put)).satisfies(problem -> {
            assertThat(problem.message()).contains("User x is not authorized");
            assertThat(problem.suggestion())
                    .contains("s3:PutObject on arn:aws:s3:::acme/*", "kms:GenerateDataKey on the key key-1");
        });
    }

    @Test
    void findsOutThatTheBucketIsMissingBeforeItSendsTheFile() {
        service.on("HEAD", 404);

        assertThat(problem(this::put).message()).isEqualTo("there is no S3 bucket 'acme'");
        assertThat(service.requests())
                .extracting(ScriptedService.Request::method)
                .containsOnly("HEAD");
    }

    @Test
    void writesToABucketThatItMayNotList() {
        service.on("HEAD", 403).on("PUT", 200, Map.of("ETag", "\"x\""), "");

        put(store());

        assertThat(service.requests())
                .extracting(ScriptedService.Request::method)
                .containsOnlyOnce("PUT");
    }

    @Test
    void readsTheRefusalOfALargeFileThatTheServerDoesNotTake() throws Exception {
        Path large = Files.write(folder.resolve("large"), new byte[8 << 20]);
        try (EarlyRefusal refusal = new EarlyRefusal()) {
            AwsSettings settings = new AwsSettings(
                    Optional.of("eu-central-1"),
                    Optional.empty(),
                    Optional.of(refusal.endpoint()),
                    Map.of(),
                    Optional.empty());
            S3ArtifactStore store = new S3ArtifactStore(new AwsClients(settings), ArtifactBucket.named("acme"));

            assertThat(catchThrowableOfType(SamException.class, () -> store.put("key", large)))
                    .hasMessageContaining("does not let these credentials write key")
                    .hasMessageContaining("allow s3:PutObject");
        }
    }

    @Test
    void keepsTheWordsOfS3WhenTheFaultIsNoKnownOne() {
        service.refuse("PUT", 400, "MetadataTooLarge", "Your metadata headers exceed the maximum size.");

        assertThat(problem(this::put).message())
                .isEqualTo("s3://acme/orders/key cannot be written: Your metadata headers exceed the maximum size");
    }

    @Test
    void sendsTheKmsKeyWithTheObject() {
        service.on("HEAD", 200).on("PUT", 200, Map.of("ETag", "\"x\""), "");

        put(store());

        assertThat(service.requests()).last().satisfies(request -> {
            assertThat(request.header("X-amz-server-side-encryption")).isEqualTo("aws:kms");
            assertThat(request.header("X-amz-server-side-encryption-aws-kms-key-id"))
                    .isEqualTo("key-1");
        });
    }

    private static Problem problem(Consumer<S3ArtifactStore> call, S3ArtifactStore store) {
        SamException failure = catchThrowableOfType(SamException.class, () -> call.accept(store));
        assertThat(failure).isNotNull();
        assertThat(failure.problems()).hasSize(1);
        return failure.problems().get(0);
    }

    private Problem problem(Consumer<S3ArtifactStore> call) {
        return problem(call, store());
    }

    private S3ArtifactStore store() {
        AwsSettings settings = service.settings();
        return new S3ArtifactStore(
                new AwsClients(settings), new ArtifactBucket("acme", Optional.of("key-1"), Map.of()));
    }

    private void contains(S3ArtifactStore store) {
        store.contains("orders/key");
    }

    private void put(S3ArtifactStore store) {
        try {
            store.put("orders/key", Files.writeString(folder.resolve("file"), "content"));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
