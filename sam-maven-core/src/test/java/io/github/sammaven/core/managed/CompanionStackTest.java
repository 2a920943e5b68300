package io.github.sammaven.core.managed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.aws.AwsSettings;
import io.github.sammaven.core.aws.Caller;
import io.github.sammaven.core.aws.CallerIdentity;
import io.github.sammaven.core.aws.TemplateSource;
import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.fake.FakeEcr;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudFormationDirectStacks;
import io.github.sammaven.core.aws.sdk.CloudFormationStacks;
import io.github.sammaven.core.aws.sdk.EcrRegistry;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.aws.sdk.StsCaller;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.RecordedEvents;
import io.github.sammaven.core.report.VirtualTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCredentials.class)
class CompanionStackTest {

    private static final String STACK = "Orders-Prod-b05ee49c-CompanionStack";
    private static final String ONE = "ordersprodb05ee49c/helloworldfunction19d43fc4repo";
    private static final String TWO = "ordersprodb05ee49c/childordersfunction5ca590b3repo";
    private static final String HOST = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/";

    private final FakeAws aws = new FakeAws();
    private final FakeEcr ecr = new FakeEcr();
    private final AwsClients clients = new AwsClients(new AwsSettings(
            Optional.of(FakeAws.REGION),
            Optional.empty(),
            Optional.of(aws.endpoint()),
            Map.of("ecr", ecr.endpoint()),
            Optional.empty()));
    private final VirtualTime time = new VirtualTime(Instant.EPOCH);
    private final RecordedEvents events = new RecordedEvents();
    private final Map<URI, String> bucket = new HashMap<>();

    @AfterEach
    void close() {
        clients.close();
        aws.close();
        ecr.close();
    }

    private CompanionStack companion(Caller caller, Function<String, TemplateSource> delivery) {
        return new CompanionStack(
                new CompanionNames("Orders-Prod"),
                new CompanionServices(
                        new CloudFormationStacks(clients),
                        new CloudFormationDirectStacks(clients),
                        new EcrRegistry(clients),
                        caller,
                        delivery,
                        time,
                        events));
    }

    private CompanionStack companion() {
        return companion(new StsCaller(clients), TemplateSource.Inline::new);
    }

    private JsonNode sent(String action) throws JsonProcessingException {
        String body = aws.requests(action).get(0).get("TemplateBody").orElseThrow();
        return new ObjectMapper().readTree(body);
    }

    @Test
    void stackIsMadeAsSamCliMakesIt() throws JsonProcessingException {
        Map<String, String> addresses = companion().ensure(List.of("HelloWorldFunction", "Child/OrdersFunction"));

        assertThat(addresses).isEqualTo(Map.of("HelloWorldFunction", HOST + ONE, "Child/OrdersFunction", HOST + TWO));
        assertThat(aws.cloudFormation().statusOf(STACK)).contains("CREATE_COMPLETE");
        assertThat(aws.requests("CreateStack").get(0).list("Capabilities")).containsExactly("CAPABILITY_AUTO_EXPAND");
        JsonNode template = sent("CreateStack");
        assertThat(template.path("Resources").fieldNames())
                .toIterable()
                .containsExactly("ChildOrdersFunction5ca590b3Repo", "HelloWorldFunction19d43fc4Repo");
        assertThat(template.path("Resources").path("HelloWorldFunction19d43fc4Repo"))
                .isEqualTo(new ObjectMapper().readTree("""
                        {"Type": "AWS::ECR::Repository",
                         "Properties": {
                           "RepositoryName": "ordersprodb05ee49c/helloworldfunction19d43fc4repo",
                           "Tags": [
                             {"Key": "ManagedStackSource", "Value": "AwsSamCli"},
                             {"Key": "AwsSamCliCompanionStack", "Value": "Orders-Prod-b05ee49c-CompanionStack"}],
                           "RepositoryPolicyText": {
                             "Version": "2012-10-17",
                             "Statement": [{
                               "Sid": "AllowLambdaSLR",
                               "Effect": "Allow",
                               "Principal": {"Service": ["lambda.amazonaws.com"]},
                               "Action": ["ecr:GetDownloadUrlForLayer", "ecr:GetRepositoryPolicy", "ecr:BatchGetImage"]
                             }]}}}
                        """));
        assertThat(template.path("Outputs").path("HelloWorldFunction19d43fc4Out"))
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"Value\": {\"Fn::Sub\": \"${AWS::AccountId}.dkr.ecr."
                                + "${AWS::Region}.${AWS::URLSuffix}/${HelloWorldFunction19d43fc4Repo}\"}}"));
        assertThat(events.of(Note.class))
                .containsExactly(new Note("Making 2 repositories for images in the stack " + STACK));
        assertThat(time.pauses()).isNotEmpty();
    }

    @Test
    void templateMayGoThroughABucket() {
        aws.cloudFormation().templatesFrom(url -> Optional.ofNullable(bucket.get(url)));
        URI url = URI.create("https://bucket.s3.example/key.template");
        companion(new StsCaller(clients), body -> {
                    bucket.put(url, body);
                    return new TemplateSource.Uploaded(url);
                })
                .ensure(List.of("HelloWorldFunction"));
        assertThat(aws.requests("CreateStack").get(0).get("TemplateURL")).contains(url.toString());
    }

    @Test
    void nothingIsChangedWhenAllRepositoriesAreThere() {
        companion().ensure(List.of("HelloWorldFunction"));
        companion().ensure(List.of("HelloWorldFunction"));
        assertThat(aws.requests("CreateStack")).hasSize(1);
        assertThat(aws.requests("UpdateStack")).isEmpty();
        assertThat(companion().ensure(List.of())).isEmpty();
    }

    @Test
    void newFunctionIsAddedAndAnObsoleteOneStaysUntilAskedFor() {
        ecr.repository(ONE).image(ONE, "v1", "{}").repository(TWO);
        companion().ensure(List.of("HelloWorldFunction"));
        aws.cloudFormation().script(STACK).showsOldStatusFor(2);

        assertThat(companion().ensure(List.of("Child/OrdersFunction")))
                .isEqualTo(Map.of("Child/OrdersFunction", HOST + TWO));
        assertThat(aws.requests("UpdateStack").get(0).get("TemplateBody").orElseThrow())
                .contains(ONE, TWO);
        assertThat(ecr.has(ONE)).isTrue();

        assertThat(companion().removeObsolete(List.of("Child/OrdersFunction"))).containsExactly(ONE);
        assertThat(ecr.has(ONE)).isFalse();
        assertThat(ecr.has(TWO)).isTrue();
        assertThat(aws.requests("UpdateStack").get(1).get("TemplateBody").orElseThrow())
                .contains(TWO)
                .doesNotContain(ONE);
        assertThat(companion().removeObsolete(List.of("Child/OrdersFunction"))).isEmpty();
        assertThat(aws.requests("UpdateStack")).hasSize(2);
    }

    @Test
    void stackGoesWithItsLastRepository() {
        ecr.repository(ONE);
        companion().ensure(List.of("HelloWorldFunction"));
        assertThat(companion().removeObsolete(List.of())).containsExactly(ONE);
        assertThat(aws.cloudFormation().statusOf(STACK)).isEmpty();
        assertThat(companion().removeObsolete(List.of())).isEmpty();
    }

    @Test
    void failureIsToldWithTheServicesReason() {
        aws.cloudFormation().script(STACK).fails("HelloWorldFunction19d43fc4Repo", "Too many repositories");
        assertThatThrownBy(() -> companion().ensure(List.of("HelloWorldFunction")))
                .isInstanceOf(SamException.class)
                .hasMessageContaining(
                        "ended in ROLLBACK_COMPLETE: HelloWorldFunction19d43fc4Repo: Too many repositories");
        assertThatThrownBy(() -> companion().ensure(List.of("HelloWorldFunction")))
                .hasMessageContaining("is in ROLLBACK_COMPLETE and cannot be changed")
                .hasMessageContaining("aws cloudformation delete-stack --stack-name " + STACK);
    }

    @Test
    void waitGoesOnThroughPassingFaults() {
        aws.throttle("DescribeStacks", 1, 4);
        assertThat(companion().ensure(List.of("HelloWorldFunction"))).hasSize(1);
    }

    @Test
    void stackThatNeverComesToAnEndIsGivenUp() {
        aws.cloudFormation()
                .existing(STACK, "UPDATE_IN_PROGRESS", "{\"Resources\": {\"A\": {\"Type\": \"B\"}}}", Map.of());
        assertThatThrownBy(() -> companion().ensure(List.of("HelloWorldFunction")))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("has not come to an end within 20 minutes");
        assertThat(time.instant()).isAfter(Instant.EPOCH.plus(Duration.ofMinutes(19)));
    }

    @Test
    void addressesInChinaEndInChinasDomain() {
        Caller china = () -> new CallerIdentity("123456789012", "aws-cn", "arn:aws-cn:iam::1:user/x", "cn-north-1");
        assertThat(companion(china, TemplateSource.Inline::new).ensure(List.of("HelloWorldFunction")))
                .containsValue("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/" + ONE);
    }
}
