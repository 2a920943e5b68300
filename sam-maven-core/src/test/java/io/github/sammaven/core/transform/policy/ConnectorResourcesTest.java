package io.github.sammaven.core.transform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.ScalarNode;
import org.junit.jupiter.api.Test;

class ConnectorResourcesTest {

    private final ConnectorResources resources = ConnectorResources.load();

    @Test
    void valueIsAnExpressionOnTheResource() {
        ConnectorResource queue = resource("AWS::SQS::Queue");
        assertThat(queue.value("Arn", "Orders")).contains(Intrinsic.getAtt("Orders", "Arn"));
        assertThat(queue.value("QueueUrl", "Orders")).contains(Intrinsic.ref("Orders"));
        assertThat(resource("AWS::AppSync::GraphQLApi").value("ResourceId", "Graph"))
                .contains(Intrinsic.getAtt("Graph", "ApiId"));
        assertThat(resource("AWS::ApiGateway::RestApi").value("Qualifier", "Api"))
                .contains(ScalarNode.string("*"));
    }

    @Test
    void emptyWhenTheTypeLacksTheValue() {
        assertThat(resource("AWS::SQS::Queue").value("Name", "Orders")).isEmpty();
        assertThat(resource("AWS::Lambda::Function").value("Qualifier", "Pay")).isEmpty();
    }

    @Test
    void roleIsInThePropertyOfTheType() {
        assertThat(resource("AWS::Lambda::Function").role()).contains(new ConnectorResource.Role.InProperty("Role"));
        assertThat(resource("AWS::StepFunctions::StateMachine").role())
                .contains(new ConnectorResource.Role.InProperty("RoleArn"));
        assertThat(resource("AWS::AppSync::DataSource").role())
                .contains(new ConnectorResource.Role.InProperty("ServiceRoleArn"));
        assertThat(resource("AWS::Events::Rule").role()).contains(new ConnectorResource.Role.InTarget());
        assertThat(resource("AWS::S3::Bucket").role()).isEmpty();
    }

    @Test
    void samTypeStandsForTheOneItBecomes() {
        assertThat(resources.cloudFormationType("AWS::Serverless::SimpleTable")).isEqualTo("AWS::DynamoDB::Table");
        assertThat(resources.cloudFormationType("AWS::Serverless::HttpApi")).isEqualTo("AWS::ApiGatewayV2::Api");
    }

    @Test
    void otherTypesStandForThemselves() {
        assertThat(resources.cloudFormationType("AWS::SQS::Queue")).isEqualTo("AWS::SQS::Queue");
        assertThat(resources.cloudFormationType("AWS::Serverless::LayerVersion"))
                .isEqualTo("AWS::Serverless::LayerVersion");
        assertThat(resources.resource("AWS::Serverless::LayerVersion")).isEmpty();
    }

    private ConnectorResource resource(String type) {
        return resources.resource(type).orElseThrow();
    }
}
