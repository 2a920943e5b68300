package io.github.sammaven.core.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.StackRefusedException;
import io.github.sammaven.core.aws.StackResource;
import io.github.sammaven.core.aws.TemplateSource;
import io.github.sammaven.core.aws.TransientServiceException;
import io.github.sammaven.core.aws.fake.FakeAws;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCredentials.class)
class CloudFormationDirectStacksTest {

    private static final String BODY = """
            {"Resources": {
              "A": {"Type": "AWS::ECR::Repository", "Properties": {"RepositoryName": "a"}},
              "B": {"Type": "AWS::SNS::Topic"}}}
            """;

    private final FakeAws aws = new FakeAws();
    private final AwsClients clients = new AwsClients(aws.settings());
    private final CloudFormationDirectStacks stacks = new CloudFormationDirectStacks(clients);

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    @Test
    void resourcesAreReadPageByPage() {
        aws.cloudFormation().existing("x", "CREATE_COMPLETE", BODY, Map.of()).changesPerPage(1);
        assertThat(stacks.resources("x"))
                .containsExactly(
                        new StackResource("A", "a", "AWS::ECR::Repository"),
                        new StackResource("B", "B", "AWS::SNS::Topic"));
        assertThat(aws.requests("ListStackResources")).hasSize(2);
    }

    @Test
    void updateThatChangesNothingIsNoFailure() {
        aws.cloudFormation().existing("x", "CREATE_COMPLETE", BODY, Map.of());
        assertThat(stacks.update("x", new TemplateSource.Inline(BODY), Set.of()))
                .isFalse();
        assertThat(stacks.update("x", new TemplateSource.Inline(BODY.replace("SNS", "SQS")), Set.of()))
                .isTrue();
    }

    @Test
    void refusalsAndPassingFaultsAreToldApart() {
        TemplateSource template = new TemplateSource.Inline(BODY);
        stacks.create("x", template, Set.of("CAPABILITY_AUTO_EXPAND"));
        assertThatThrownBy(() -> stacks.create("x", template, Set.of()))
                .isInstanceOf(StackRefusedException.class)
                .hasMessageContaining("the stack x cannot be created: Stack [x] already exists");
        assertThatThrownBy(() -> stacks.update("gone", template, Set.of()))
                .isInstanceOf(StackRefusedException.class)
                .hasMessageContaining("the stack gone cannot be updated");
        assertThatThrownBy(() -> stacks.resources("gone"))
                .hasMessageContaining("the resources of the stack gone cannot be read");
        aws.throttle("ListStackResources", 10);
        assertThatThrownBy(() -> stacks.resources("x")).isInstanceOf(TransientServiceException.class);
    }
}
