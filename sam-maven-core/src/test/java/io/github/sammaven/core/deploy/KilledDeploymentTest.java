package io.github.sammaven.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.aws.fake.FakeAws;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process that is killed while it deploys, and one that is started after it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class KilledDeploymentTest {

    private static final int KILLED = 128 + 9;

    private final FakeAws aws = new FakeAws();

    @AfterEach
    void close() {
        aws.close();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeployProcess.class.getName(),
                        aws.endpoint().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void killAfter(String action) throws Exception {
        Process process = start();
        try {
            aws.awaitCall(action);
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).isEqualTo(KILLED);
    }

    private String run() throws Exception {
        Process process = start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }

    @Test
    void joinsAndFinishesWhatAKilledProcessHasBegun() throws Exception {
        aws.cloudFormation().script(DeployScene.STACK).pollsPerStep(Integer.MAX_VALUE);
        killAfter("DescribeStackEvents");
        killAfter("ExecuteChangeSet");
        assertThat(aws.cloudFormation().statusOf(DeployScene.STACK)).hasValue("CREATE_IN_PROGRESS");

        aws.cloudFormation().script(DeployScene.STACK).pollsPerStep(1);
        String output = run();

        assertThat(output).contains("following it to its end").endsWith("CHANGED CREATE_COMPLETE\n");
        assertThat(aws.requests("CreateChangeSet").stream()
                        .map(request -> request.get("ChangeSetName"))
                        .distinct())
                .hasSize(1);
        assertThat(aws.requests("ExecuteChangeSet")).hasSize(1);
    }

    @Test
    void takesUpTheChangeSetThatAKilledProcessHasMade() throws Exception {
        aws.cloudFormation().script(DeployScene.STACK).changeSetReadyAfter(Integer.MAX_VALUE);
        killAfter("DescribeChangeSet");
        aws.cloudFormation().changeSetsAreReady(DeployScene.STACK);

        String output = run();

        assertThat(output).contains("is taken up").endsWith("CHANGED CREATE_COMPLETE\n");
        assertThat(aws.requests("ExecuteChangeSet")).hasSize(1);
        assertThat(aws.requests("DeleteChangeSet")).isEmpty();
    }
}
