package io.github.sammaven.core.operate.logs.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.fake.ServiceAnswer;
import io.github.sammaven.core.aws.fake.ServiceRequest;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudFormationDeployedStacks;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.aws.sdk.ServiceLogDestinations;
import io.github.sammaven.core.operate.logs.LogSource;
import io.github.sammaven.core.operate.stack.StackReader;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.report.RecordedEvents;
import io.github.sammaven.core.report.Warning;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In the fake, the physical id of most resources is their logical id. */
@ExtendWith(LocalCredentials.class)
class LogPlacesTest {

    private static final String ROOT = """
            {"Resources": {
              "Orders": {"Type": "AWS::Lambda::Function"},
              "Custom": {"Type": "AWS::Lambda::Function"},
              "Denied": {"Type": "AWS::Lambda::Function",
                "Properties": {"LoggingConfig": {"LogGroup": "/acme/denied"}}},
              "Api": {"Type": "AWS::ApiGateway::RestApi"},
              "live": {"Type": "AWS::ApiGateway::Stage", "Properties": {"RestApiId": {"Ref": "Api"},
                "AccessLogSetting": {"DestinationArn": {"Fn::GetAtt": ["Access", "Arn"]}}}},
              "Other": {"Type": "AWS::ApiGateway::RestApi"},
              "Web": {"Type": "AWS::ApiGatewayV2::Api"},
              "WebStage": {"Type": "AWS::ApiGatewayV2::Stage", "Properties": {"ApiId": {"Ref": "Web"},
                "AccessLogSettings": {"DestinationArn":
                  {"Fn::Sub": "arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:/acme/${Access}:*"}}}},
              "Silent": {"Type": "AWS::ApiGatewayV2::Api"},
              "Access": {"Type": "AWS::Logs::LogGroup"},
              "Flow": {"Type": "AWS::StepFunctions::StateMachine"},
              "Quiet": {"Type": "AWS::StepFunctions::StateMachine"},
              "Table": {"Type": "AWS::DynamoDB::Table"},
              "Child": {"Type": "AWS::CloudFormation::Stack"}}}
            """;
    private static final String CHILD = "{\"Resources\": {\"Inner\": {\"Type\": \"AWS::Lambda::Function\"}}}";

    private final FakeAws aws = new FakeAws().with("lambda", this::lambda).with("states", this::states);
    private final AwsClients clients = new AwsClients(aws.settings());
    private final CloudFormationDeployedStacks stacks = new CloudFormationDeployedStacks(clients);
    private final RecordedEvents events = new RecordedEvents();
    private final LogPlaces places = new LogPlaces(stacks, new ServiceLogDestinations(clients), events);

    @BeforeEach
    void deploy() {
        aws.cloudFormation()
                .existing("shop", "CREATE_COMPLETE", ROOT, Map.of())
                .existing("Child", "CREATE_COMPLETE", CHILD, Map.of());
    }

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    private ServiceAnswer lambda(ServiceRequest request) {
        String path = request.uri().getPath();
        if (path.equals("/2015-03-31/functions/Custom/configuration")) {
            return ServiceAnswer.json(
                    200, "{\"LoggingConfig\":{\"LogFormat\":\"JSON\",\"LogGroup\":\"/acme/custom\"}}");
        }
        return path.equals("/2015-03-31/functions/Denied/configuration")
                ? ServiceAnswer.refusal(403, "AccessDeniedException", "not authorized")
                : ServiceAnswer.json(200, "{}");
    }

    private ServiceAnswer states(ServiceRequest request) {
        String logging = request.text().contains("Flow")
                ? "{\"level\":\"ALL\",\"destinations\":[{\"cloudWatchLogsLogGroup\":{\"logGroupArn\":"
                        + "\"arn:aws:logs:eu-central-1:123456789012:log-group:/acme/flow:*\"}}]}"
                : "{\"level\":\"OFF\"}";
        return ServiceAnswer.json(200, "{\"loggingConfiguration\":" + logging + "}");
    }

    private List<String> of(String... names) {
        return places.of(new StackReader(stacks).catalogue("shop"), List.of(names)).stream()
                .map(source -> source.label() + " " + source.group())
                .toList();
    }

    @Test
    void allThatLogsIsFoundWithItsOwnGroup() {
        assertThat(of())
                .containsExactly(
                        "Orders /aws/lambda/Orders",
                        "Custom /acme/custom",
                        "Denied /acme/denied",
                        "Api API-Gateway-Execution-Logs_Api/live",
                        "Api Access",
                        "Other API-Gateway-Execution-Logs_Other/Prod",
                        "Web /acme/Access",
                        "Flow /acme/flow",
                        "Child/Inner /aws/lambda/Inner");
        assertThat(events.of(Warning.class)).isEmpty();
    }

    @Test
    void namesMayBeOfNestedResourcesStacksAndGroups() {
        assertThat(of("Child/Inner", "Orders"))
                .containsExactly("Child/Inner /aws/lambda/Inner", "Orders /aws/lambda/Orders");
        assertThat(of("Child")).containsExactly("Child/Inner /aws/lambda/Inner");
        assertThat(of("Access")).containsExactly("Access Access");
    }

    @Test
    void namedResourceThatLogsNowhereIsAWarning() {
        assertThat(of("Silent", "Quiet", "Orders")).hasSize(1);
        assertThat(events.of(Warning.class))
                .extracting(warning -> warning.problem().toString())
                .containsExactly(
                        "Silent writes no logs\n    give its stage an access log: AccessLogSettings with a DestinationArn",
                        "Quiet writes no logs\n    give it a Logging property with a log group");
    }

    @Test
    void resourceOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> of("Table"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("Table is of type AWS::DynamoDB::Table");
        assertThatThrownBy(() -> of("Ordes")).hasMessageContaining("Did you mean 'Orders'?");
    }

    @Test
    void withoutTheTemplateStagesGoByTheirNames() {
        aws.refuse("GetTemplate", 403, "AccessDenied", "not authorized");
        // Two REST APIs: a stage whose name says nothing belongs to neither.
        assertThat(of("Api", "Other"))
                .containsExactly(
                        "Api API-Gateway-Execution-Logs_Api/Prod", "Other API-Gateway-Execution-Logs_Other/Prod");
    }

    @Test
    void kindsSayWhyAGroupMayBeMissing() {
        assertThat(places.of(new StackReader(stacks).catalogue("shop"), List.of("Api")))
                .extracting(LogSource::kind)
                .containsExactly(LogSource.Kind.API_EXECUTION, LogSource.Kind.API_ACCESS);
    }
}
