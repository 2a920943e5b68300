package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.ArtifactBucket;
import io.github.sammaven.core.aws.AwsSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Uploads files one after the other in a process of its own, which a test may kill. */
final class UploadProcess {

    private UploadProcess() {}

    /** @param arguments endpoint, bytes of a part, files */
    public static void main(String[] arguments) {
        System.setProperty("aws.accessKeyId", S3Server.ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", S3Server.SECRET_KEY);
        AwsSettings settings = new AwsSettings(
                Optional.of(S3Server.REGION),
                Optional.empty(),
                Optional.empty(),
                Map.of("s3", URI.create(arguments[0])),
                Optional.empty());
        try (AwsClients clients = new AwsClients(settings)) {
            S3ArtifactStore store =
                    new S3ArtifactStore(clients, ArtifactBucket.named("artifacts"), Integer.parseInt(arguments[1]));
            for (String name : Arrays.asList(arguments).subList(2, arguments.length)) {
                Path file = Path.of(name);
                store.put(file.getFileName().toString(), file);
            }
        }
    }
}
