package io.github.sammaven.core.transform.policy;

import static io.github.sammaven.core.transform.policy.ConnectorAccess.READ;
import static io.github.sammaven.core.transform.policy.ConnectorAccess.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectorProfilesTest {

    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String STATE_MACHINE = "AWS::StepFunctions::StateMachine";
    private static final String QUEUE = "AWS::SQS::Queue";
    private static final String TOPIC = "AWS::SNS::Topic";
    private static final String TABLE = "AWS::DynamoDB::Table";

    private final ConnectorProfiles profiles = ConnectorProfiles.load();

    @Test
    void joinsThirtyOnePairs() {
        List<String> types = List.of(
                FUNCTION,
                STATE_MACHINE,
                QUEUE,
                TOPIC,
                TABLE,
                "AWS::S3::Bucket",
                "AWS::Events::Rule",
                "AWS::Events::EventBus",
                "AWS::Location::PlaceIndex",
                "AWS::ApiGateway::RestApi",
                "AWS::ApiGatewayV2::Api",
                "AWS::AppSync::GraphQLApi",
                "AWS::AppSync::DataSource");
        long pairs = types.stream()
                .flatMap(source -> types.stream().map(destination -> profiles.profile(source, destination)))
                .filter(profile -> profile.isPresent())
                .count();
        assertThat(pairs).isEqualTo(31);
    }

    @Test
    void emptyWhenThePairCannotBeJoined() {
        assertThat(profiles.profile(QUEUE, TOPIC)).isEmpty();
        assertThat(profiles.profile("AWS::Serverless::Function", TABLE)).isEmpty();
        assertThat(profiles.profile(FUNCTION, "")).isEmpty();
    }

    @Test
    void rolePolicyListsActionsAndResources() {
        ConnectorProfile profile = profile(FUNCTION, TOPIC);
        assertThat(profile.kind()).isEqualTo(ConnectorKind.ROLE_POLICY);
        assertThat(profile.holder()).isEqualTo(ConnectorEnd.SOURCE);
        assertThat(profile.waiter()).isEmpty();
        assertThat(profile.permissions())
                .containsOnlyKeys(WRITE)
                .containsEntry(
                        WRITE,
                        List.of(MappingNode.builder()
                                .put("Effect", "Allow")
                                .put("Action", SequenceNode.ofTexts("sns:Publish"))
                                .put("Resource", SequenceNode.ofTexts("%{Destination.Arn}"))
                                .build()));
    }

    @Test
    void sourcesShareAProfileWithoutMixingWithOthers() {
        assertThat(profile(STATE_MACHINE, TABLE)).isEqualTo(profile(FUNCTION, TABLE));
        assertThat(profile(STATE_MACHINE, QUEUE)).isNotEqualTo(profile(FUNCTION, QUEUE));
    }

    @Test
    void queueIsPolledByTheRoleOfTheFunctionWhoseMappingWaits() {
        ConnectorProfile profile = profile(QUEUE, FUNCTION);
        assertThat(profile.holder()).isEqualTo(ConnectorEnd.DESTINATION);
        assertThat(profile.waiter()).contains(ConnectorWaiter.EVENT_SOURCE_MAPPING);
        assertThat(profile.permissions().keySet()).containsExactly(WRITE, READ);
    }

    @Test
    void onlyListedCombinationsAreAllowed() {
        ConnectorProfile poll = profile(QUEUE, FUNCTION);
        assertThat(poll.mayCombine(Set.of(READ, WRITE))).isTrue();
        assertThat(poll.mayCombine(Set.of(READ))).isFalse();
        ConnectorProfile nested = profile(STATE_MACHINE, STATE_MACHINE);
        assertThat(nested.waiter()).contains(ConnectorWaiter.SOURCE);
        assertThat(nested.mayCombine(Set.of(READ))).isTrue();
        assertThat(nested.mayCombine(Set.of(READ, WRITE))).isTrue();
        assertThat(nested.mayCombine(Set.of(WRITE))).isFalse();
        assertThat(profile(FUNCTION, TABLE).mayCombine(Set.of(WRITE))).isTrue();
    }

    @Test
    void policyOfQueueNamesServiceAndCondition() {
        ConnectorProfile profile = profile(TOPIC, QUEUE);
        assertThat(profile.kind()).isEqualTo(ConnectorKind.QUEUE_POLICY);
        assertThat(profile.permissions())
                .containsEntry(
                        WRITE,
                        List.of(MappingNode.builder()
                                .put("Effect", "Allow")
                                .put("Principal", MappingNode.of("Service", ScalarNode.string("sns.amazonaws.com")))
                                .put("Action", "sqs:SendMessage")
                                .put("Resource", "%{Destination.Arn}")
                                .put(
                                        "Condition",
                                        MappingNode.of(
                                                "ArnEquals",
                                                MappingNode.of("aws:SourceArn", ScalarNode.string("%{Source.Arn}"))))
                                .build()));
        assertThat(profile("AWS::Events::Rule", TOPIC).kind()).isEqualTo(ConnectorKind.TOPIC_POLICY);
    }

    @Test
    void permissionOfBucketNamesItsAccount() {
        ConnectorProfile profile = profile("AWS::S3::Bucket", FUNCTION);
        assertThat(profile.kind()).isEqualTo(ConnectorKind.LAMBDA_PERMISSION);
        assertThat(profile.permissions())
                .containsEntry(
                        WRITE,
                        List.of(MappingNode.builder()
                                .put("Action", "lambda:InvokeFunction")
                                .put("Principal", "s3.amazonaws.com")
                                .put("SourceArn", "%{Source.Arn}")
                                .put("SourceAccount", "${AWS::AccountId}")
                                .build()));
    }

    private ConnectorProfile profile(String source, String destination) {
        return profiles.profile(source, destination).orElseThrow();
    }
}
