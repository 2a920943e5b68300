package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.AwsSettings;
import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudFormationStacks;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.Pauser;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Deploys in a process of its own, which a test may kill; in real time. */
final class DeployProcess {

    private DeployProcess() {}

    /** @param arguments endpoint */
    public static void main(String[] arguments) {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        AwsSettings settings = new AwsSettings(
                Optional.of(FakeAws.REGION),
                Optional.empty(),
                Optional.of(URI.create(arguments[0])),
                Map.of(),
                Optional.empty());
        try (AwsClients clients = new AwsClients(settings)) {
            DeployResult result = new Deployer(
                            new CloudFormationStacks(clients),
                            event -> {
                                if (event instanceof Note note) {
                                    System.out.println(note.text());
                                }
                            },
                            Pauser.REAL,
                            Clock.systemUTC())
                    .deploy(DeployScene.request(DeployScene.QUEUE_AND_TOPIC));
            System.out.println(result.outcome() + " " + result.status());
        }
    }
}
