package io.github.sammaven.core.operate.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.StackOutput;
import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudFormationDeployedStacks;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCredentials.class)
class StackReaderTest {

    private static final String ROOT = """
            {"Resources": {
              "Orders": {"Type": "AWS::Lambda::Function"},
              "Child": {"Type": "AWS::CloudFormation::Stack"},
              "Topic": {"Type": "AWS::SNS::Topic"}},
             "Outputs": {"Url": {"Value": "https://orders"}}}
            """;
    private static final String CHILD = """
            {"Resources": {
              "Repository": {"Type": "AWS::ECR::Repository", "Properties": {"RepositoryName": "acme/orders"}},
              "Audit": {"Type": "AWS::Lambda::Function"}}}
            """;

    private final FakeAws aws = new FakeAws();
    private final AwsClients clients = new AwsClients(aws.settings());
    private final StackReader reader = new StackReader(new CloudFormationDeployedStacks(clients));

    @BeforeEach
    void deploy() {
        aws.cloudFormation()
                .existing("shop", "CREATE_COMPLETE", ROOT, Map.of())
                // A nested stack is found by its physical id.
                .existing("Child", "CREATE_COMPLETE", CHILD, Map.of())
                .changesPerPage(1);
    }

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    @Test
    void resourcesOfNestedStacksHaveThePathOfTheirStack() {
        StackCatalogue catalogue = reader.catalogue("shop");
        assertThat(catalogue.resources())
                .extracting(DeployedResource::path)
                .containsExactly("Orders", "Child", "Child/Repository", "Child/Audit", "Topic");
        assertThat(catalogue.ofType("AWS::Lambda::Function"))
                .extracting(DeployedResource::path)
                .containsExactly("Orders", "Child/Audit");
        DeployedResource repository = catalogue.get("Child/Repository");
        assertThat(repository.logicalId()).isEqualTo("Repository");
        assertThat(repository.parent()).isEqualTo("Child/");
        assertThat(catalogue.get("acme/orders")).isEqualTo(repository);
    }

    @Test
    void nearestNameIsSaidWhenThereIsNone() {
        StackCatalogue catalogue = reader.catalogue("shop");
        assertThatThrownBy(() -> catalogue.get("Ordres"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("the stack shop has no resource 'Ordres'")
                .hasMessageContaining("Did you mean 'Orders'?");
        assertThatThrownBy(() -> catalogue.get("Repository")).hasMessageContaining("Did you mean 'Child/Repository'?");
        assertThatThrownBy(() -> catalogue.get("Nowhere")).hasMessageNotContaining("Did you mean");
    }

    @Test
    void outputsAreThoseOfTheStack() {
        assertThat(reader.describe("shop").outputs()).containsExactly(new StackOutput("Url", "https://orders"));
    }

    @Test
    void absentStackIsNamedWithTheWayOut() {
        assertThatThrownBy(() -> reader.catalogue("gone"))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("there is no stack gone in this account and region")
                .hasMessageContaining("-Dsam.region");
        assertThatThrownBy(() -> reader.describe("gone")).hasMessageContaining("there is no stack gone");
    }

    @Test
    void refusalOfTheServiceIsNotTakenForAnAbsentStack() {
        aws.refuse("ListStackResources", 403, "AccessDenied", "not authorized to perform: ListStackResources");
        assertThatThrownBy(() -> reader.catalogue("shop"))
                .hasMessageContaining("the resources of the stack shop cannot be read")
                .hasMessageContaining("ListStackResources");
    }
}
