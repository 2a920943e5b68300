package io.github.sammaven.plugin.it;

import io.github.sammaven.core.aws.fake.FailureScenario;
import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.fake.FakeCloudFormation;
import io.github.sammaven.core.aws.fake.FakeService;
import io.github.sammaven.core.aws.sdk.S3Server;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * S3, CloudFormation and STS for one integration project, in the JVM of the invoker. The project's Maven learns of it
 * through its {@code test.properties}.
 */
public final class LocalAws implements AutoCloseable {

    /** The bucket that is there. */
    public static final String BUCKET = "it-artifacts";

    private final S3Server s3 = new S3Server().createBucket(BUCKET);
    private final FakeAws aws = new FakeAws();

    /** @param project folder of the integration project */
    public LocalAws(File project) throws IOException {
        aws.cloudFormation().templatesFrom(this::uploaded);
        Files.writeString(project.toPath().resolve("test.properties"), """
                sam.endpointUrl=%s
                sam.s3.endpointUrl=%s
                sam.region=%s
                sam.s3Bucket=%s
                aws.accessKeyId=%s
                aws.secretAccessKey=%s
                """.formatted(
                aws.endpoint(), s3.endpoint(), S3Server.REGION, BUCKET, S3Server.ACCESS_KEY, S3Server.SECRET_KEY));
    }

    public FakeCloudFormation cloudFormation() {
        return aws.cloudFormation();
    }

    /** Answers for another service too, as {@link FakeAws#with}. */
    public LocalAws with(String signingName, FakeService service) {
        aws.with(signingName, service);
        return this;
    }

    /** With another bucket that is there. */
    public LocalAws withBucket(String name) {
        s3.createBucket(name);
        return this;
    }

    /** How deployments of {@code stack} go wrong; {@code other} cannot be undone, where that is the scenario. */
    public LocalAws begin(FailureScenario scenario, String stack, String resource, String other) {
        scenario.begin(new FailureScenario.Scene(aws, stack, resource, other));
        return this;
    }

    /** After {@code after} more calls of {@code action} that work, one fails. */
    public LocalAws refuse(String action, int after, int status, String code, String message) {
        aws.refuse(action, after, status, code, message);
        return this;
    }

    /** Keys in the order in which they were uploaded. */
    public List<String> uploads() {
        return s3.written();
    }

    /** Keys of the objects that are there. */
    public List<String> objects() {
        return s3.keys(BUCKET);
    }

    /** Names of the CloudFormation and STS calls that were made. */
    public List<String> calls() {
        return aws.requests().stream().map(request -> request.action()).toList();
    }

    private Optional<String> uploaded(URI url) {
        String path = url.getPath().substring(1);
        String key = path.substring(path.indexOf('/') + 1);
        return s3.keys(BUCKET).contains(key)
                ? Optional.of(new String(s3.content(BUCKET, key), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    @Override
    public void close() {
        aws.close();
        s3.close();
    }
}
