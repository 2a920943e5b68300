package io.github.sammaven.core.transform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTemplatesTest {

    private static final MappingNode NOTHING = MappingNode.builder().build();

    private final PolicyTemplates templates = PolicyTemplates.load();

    @Test
    void knowsEveryTemplateByItsExactName() {
        assertThat(List.copyOf(templates.names())).hasSize(81).isSorted();
        assertThat(templates.has("SQSPollerPolicy")).isTrue();
        assertThat(templates.has("sqsPollerPolicy")).isFalse();
        assertThat(templates.has("AmazonS3FullAccess")).isFalse();
    }

    @Test
    void parametersAreThoseThatMustBeGiven() {
        assertThat(templates.parameters("DynamoDBStreamReadPolicy"))
                .containsExactlyInAnyOrder("TableName", "StreamName");
        assertThat(templates.parameters("SQSPollerPolicy")).containsExactly("QueueName");
        assertThat(templates.parameters("AMIDescribePolicy")).isEmpty();
    }

    @Test
    void refusesWhenTheNameIsUnknown() {
        assertThatThrownBy(() -> templates.parameters("NoSuchPolicy"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NoSuchPolicy");
        assertThatThrownBy(() -> templates.document("NoSuchPolicy", NOTHING))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void plainResourceStaysTextWhenThereIsNothingToPutIn() {
        assertThat(statement("AMIDescribePolicy", NOTHING, 0))
                .isEqualTo(MappingNode.builder()
                        .put("Effect", "Allow")
                        .put("Action", SequenceNode.ofTexts("ec2:DescribeImages"))
                        .put("Resource", "*")
                        .build());
    }

    @Test
    void valueBecomesVariableOfSub() {
        MappingNode statement =
                statement("SQSPollerPolicy", MappingNode.of("QueueName", ScalarNode.string("orders")), 0);
        assertThat(statement.get("Resource"))
                .contains(Intrinsic.sub(
                        "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${queueName}",
                        MappingNode.of("queueName", ScalarNode.string("orders"))));
    }

    @Test
    void eachResourceOfAListGetsTheValue() {
        Node table = ScalarNode.string("t");
        SequenceNode resources = statement("DynamoDBCrudPolicy", MappingNode.of("TableName", table), 0)
                .sequence("Resource")
                .orElseThrow();
        assertThat(resources.items()).hasSize(2).allSatisfy(resource -> assertThat(variables(resource))
                .isEqualTo(MappingNode.of("tableName", table)));
    }

    @Test
    void conditionGetsTheValueToo() {
        Node name = ScalarNode.string("rotate");
        MappingNode condition = statement("AWSSecretsManagerRotationPolicy", MappingNode.of("FunctionName", name), 0)
                .mapping("Condition")
                .flatMap(operator -> operator.mapping("StringEquals"))
                .orElseThrow();
        assertThat(variables(condition
                        .get("secretsmanager:resource/AllowRotationLambdaArn")
                        .orElseThrow()))
                .isEqualTo(MappingNode.of("functionName", name));
    }

    @Test
    void valueIsNotResolvedAgainWhenItNamesAnotherParameter() {
        Node stream = ScalarNode.string("s");
        Node table = Intrinsic.ref("StreamName");
        MappingNode values = MappingNode.builder()
                .put("TableName", table)
                .put("StreamName", stream)
                .build();
        assertThat(variables(statement("DynamoDBStreamReadPolicy", values, 0)
                        .get("Resource")
                        .orElseThrow()))
                .isEqualTo(MappingNode.builder()
                        .put("tableName", table)
                        .put("streamName", stream)
                        .build());
    }

    @Test
    void furtherValuesAreLeftOut() {
        MappingNode needed = MappingNode.of("QueueName", ScalarNode.string("q"));
        assertThat(templates.document("SQSPollerPolicy", needed.with("Colour", ScalarNode.string("blue"))))
                .isEqualTo(templates.document("SQSPollerPolicy", needed));
    }

    @Test
    void refusesWhenValueIsMissing() {
        assertThatThrownBy(() -> templates.document("SQSPollerPolicy", NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("QueueName");
    }

    @Test
    void everyTemplateFillsAllItsVariables() {
        for (String name : templates.names()) {
            MappingNode.Builder values = MappingNode.builder();
            templates.parameters(name).forEach(parameter -> values.put(parameter, "value-of-" + parameter));
            String document = templates.document(name, values.build()).toString();
            assertThat(templates.parameters(name)).as(name).allSatisfy(parameter -> assertThat(document)
                    .contains("value-of-" + parameter));
        }
    }

    private MappingNode statement(String name, MappingNode values, int index) {
        MappingNode document = templates.document(name, values);
        assertThat(document.keys()).containsExactly("Statement");
        return document.sequence("Statement")
                .flatMap(statements -> statements.items().get(index).asMapping())
                .orElseThrow();
    }

    private static MappingNode variables(Node sub) {
        return sub.asMapping()
                .flatMap(function -> function.sequence(Intrinsic.SUB))
                .flatMap(argument -> argument.items().get(1).asMapping())
                .orElseThrow();
    }
}
