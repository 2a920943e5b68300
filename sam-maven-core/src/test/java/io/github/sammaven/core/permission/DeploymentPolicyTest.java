package io.github.sammaven.core.permission;

import static io.github.sammaven.core.permission.Plans.VALUES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentPolicyTest {

    private static final String ACCOUNT = "eu-central-1:111122223333";

    @Test
    void namesThatAreGivenAreExact() {
        PolicyPlan plan = Plans.of("""
                Parameters:
                  Stage: {Type: String, Default: prod}
                Resources:
                  Orders:
                    Type: AWS::SQS::Queue
                    Properties:
                      QueueName: !Sub orders-${Stage}-${AWS::Region}
                """);

        assertThat(Plans.actionsOn(
                        plan, PolicyFor.CLOUDFORMATION, "arn:aws:sqs:" + ACCOUNT + ":orders-prod-eu-central-1"))
                .contains("sqs:CreateQueue", "sqs:SetQueueAttributes", "sqs:DeleteQueue", "sqs:TagQueue");
    }

    @Test
    void bothBranchesOfAConditionCount() {
        PolicyPlan plan = Plans.of("""
                Parameters:
                  Stage: {Type: String, Default: prod}
                Conditions:
                  Prod: !Equals [!Ref Stage, prod]
                Resources:
                  Orders:
                    Type: AWS::SQS::Queue
                    Properties:
                      QueueName: !If [Prod, orders, !Join ['-', [orders, test]]]
                  Never:
                    Type: AWS::SNS::Topic
                    Condition: Prod
                    Properties:
                      TopicName: never
                """);

        assertThat(resources(plan))
                .contains(
                        "arn:aws:sqs:" + ACCOUNT + ":orders",
                        "arn:aws:sqs:" + ACCOUNT + ":orders-test",
                        "arn:aws:sns:" + ACCOUNT + ":never");
    }

    @Test
    void samResourcesCountAsWhatTheTransformMakesOfThem() {
        PolicyPlan plan = Plans.of("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: orders
                      Handler: app.handler
                      Runtime: python3.11
                      AutoPublishAlias: live
                      DeploymentPreference: {Type: Canary10Percent5Minutes, Hooks: {PreTraffic: !Ref Check}}
                      Policies:
                        - DynamoDBReadPolicy: {TableName: !Ref Table}
                  Check:
                    Type: AWS::Serverless::Function
                    Properties:
                      FunctionName: CodeDeployHook_check
                      CodeUri: check
                      Handler: app.handler
                      Runtime: python3.11
                  Table:
                    Type: AWS::Serverless::SimpleTable
                """);

        assertThat(Plans.actionsOn(plan, PolicyFor.PERSON, "arn:aws:lambda:" + ACCOUNT + ":function:orders-Orders-*"))
                .contains("lambda:CreateFunction", "lambda:PublishVersion", "lambda:UpdateAlias");
        assertThat(Plans.actionsOn(plan, PolicyFor.PERSON, "arn:aws:iam::111122223333:role/orders-OrdersRole-*"))
                .contains("iam:CreateRole", "iam:PutRolePolicy", "iam:PassRole");
        assertThat(Plans.actionsOn(
                        plan,
                        PolicyFor.CI,
                        "arn:aws:logs:" + ACCOUNT + ":log-group:/aws/lambda/CodeDeployHook_check:*"))
                .containsExactly("logs:FilterLogEvents");
        assertThat(plan.of(PolicyFor.CI))
                .filteredOn(grant -> grant.sid().equals("TrafficShifts"))
                .singleElement()
                .satisfies(grant -> assertThat(grant.resources())
                        .map(VALUES::fill)
                        .allMatch(arn -> arn.startsWith("arn:aws:codedeploy:" + ACCOUNT
                                + ":deploymentgroup:orders-ServerlessDeploymentApplication-*/")));
    }

    @Test
    void rolesArePassedToTheServiceThatNeedsThemOnly() {
        PolicyPlan plan = Plans.of("""
                Resources:
                  Flow:
                    Type: AWS::StepFunctions::StateMachine
                    Properties:
                      RoleArn: arn:aws:iam::111122223333:role/flows
                      DefinitionString: '{}'
                """);

        assertThat(plan.of(PolicyFor.CLOUDFORMATION))
                .filteredOn(grant -> grant.actions().contains("iam:PassRole"))
                .singleElement()
                .satisfies(grant -> {
                    assertThat(grant.sid()).isEqualTo("PassRoleToStates");
                    assertThat(grant.resources()).containsExactly("arn:aws:iam::111122223333:role/flows");
                    assertThat(grant.condition())
                            .hasValue(new Condition(
                                    "StringEquals", "iam:PassedToService", List.of("states.amazonaws.com")));
                });
    }

    @Test
    void onlyPoliciesOfTheTemplateMayBeAttached() {
        PolicyPlan plan = Plans.of("""
                Resources:
                  Worker:
                    Type: AWS::IAM::Role
                    Properties:
                      RoleName: worker
                      Path: /jobs/
                      AssumeRolePolicyDocument: {}
                      ManagedPolicyArns: [!Sub 'arn:${AWS::Partition}:iam::aws:policy/ReadOnlyAccess', !Ref Own]
                  Own:
                    Type: AWS::IAM::ManagedPolicy
                    Properties: {PolicyDocument: {}}
                """);

        assertThat(plan.of(PolicyFor.CLOUDFORMATION))
                .filteredOn(grant -> grant.actions().contains("iam:AttachRolePolicy"))
                .singleElement()
                .satisfies(grant -> {
                    assertThat(grant.resources())
                            .map(VALUES::fill)
                            .containsExactly("arn:aws:iam::111122223333:role/jobs/worker");
                    assertThat(grant.condition().orElseThrow().values())
                            .map(VALUES::fill)
                            .containsExactlyInAnyOrder(
                                    "arn:aws:iam::aws:policy/ReadOnlyAccess",
                                    "arn:aws:iam::111122223333:policy/orders-Own-*");
                });
    }

    @Test
    void propertiesThatAreNotUsedNeedNothing() {
        assertThat(allActions("""
                Resources:
                  Files: {Type: AWS::S3::Bucket}
                """)).contains("s3:CreateBucket").doesNotContain("s3:PutBucketVersioning");
        assertThat(allActions("""
                Resources:
                  Files:
                    Type: AWS::S3::Bucket
                    Properties: {VersioningConfiguration: {Status: Enabled}}
                """)).contains("s3:PutBucketVersioning");
    }

    @Test
    void anUnknownTypeIsToldWithItsLineAndGetsNoStatement() {
        PolicyPlan plan = Plans.of("""
                Resources:
                  Robot:
                    Type: AWS::RoboMaker::Robot
                  Own:
                    Type: Custom::Seed
                    Properties:
                      ServiceToken: arn:aws:lambda:eu-central-1:111122223333:function:seed
                """);

        assertThat(plan.warnings())
                .extracting(Problem::toString)
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .startsWith("template.yaml:2:3: Robot: what AWS::RoboMaker::Robot needs is not known"));
        assertThat(Plans.actionsOn(plan, PolicyFor.PERSON, "arn:aws:lambda:eu-central-1:111122223333:function:seed"))
                .containsExactly("lambda:InvokeFunction");
    }

    @Test
    void namesOfNestedStacksBeginWithThoseOfTheStackAroundThem(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("child.yaml"), """
                Parameters:
                  Topic: {Type: String}
                Resources:
                  Jobs: {Type: AWS::SQS::Queue}
                  Subscription:
                    Type: AWS::SNS::Subscription
                    Properties: {TopicArn: !Ref Topic, Protocol: sqs, Endpoint: !GetAtt Jobs.Arn}
                """);
        Files.writeString(folder.resolve("template.yaml"), """
                Resources:
                  News: {Type: AWS::SNS::Topic}
                  Child:
                    Type: AWS::CloudFormation::Stack
                    Properties:
                      TemplateURL: child.yaml
                      Parameters: {Topic: !Ref News}
                """);
        PolicyPlan plan = Plans.of(folder.resolve("template.yaml"), Plans.SCOPE);

        assertThat(resources(plan))
                .contains(
                        "arn:aws:cloudformation:" + ACCOUNT + ":stack/orders-Child-*/*",
                        "arn:aws:sqs:" + ACCOUNT + ":orders-Child-*-Jobs-*");
        assertThat(Plans.actionsOn(plan, PolicyFor.CLOUDFORMATION, "arn:aws:sns:" + ACCOUNT + ":orders-News-*"))
                .contains("sns:Subscribe", "sns:CreateTopic");
        assertThat(Plans.actionsOn(plan, PolicyFor.CI, "arn:aws:cloudformation:" + ACCOUNT + ":stack/orders-Child-*/*"))
                .contains("cloudformation:DescribeStackEvents")
                .doesNotContain("cloudformation:CreateStack");
    }

    @Test
    void valuesFromElsewhereMayBeRead() {
        PolicyPlan plan = Plans.of("""
                Parameters:
                  Image: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /images/latest}
                  Vpc: {Type: AWS::EC2::VPC::Id}
                Resources:
                  Setting:
                    Type: AWS::SSM::Parameter
                    Properties:
                      Name: /orders/setting
                      Value: '{{resolve:secretsmanager:orders/db:SecretString:password}}'
                """);

        assertThat(Plans.actionsOn(
                        plan, PolicyFor.CLOUDFORMATION, "arn:aws:ssm:" + ACCOUNT + ":parameter/images/latest"))
                .containsExactly("ssm:GetParameters");
        assertThat(Plans.actionsOn(
                        plan, PolicyFor.CLOUDFORMATION, "arn:aws:ssm:" + ACCOUNT + ":parameter/orders/setting"))
                .contains("ssm:PutParameter");
        assertThat(Plans.actionsOn(
                        plan, PolicyFor.CLOUDFORMATION, "arn:aws:secretsmanager:" + ACCOUNT + ":secret:orders/db-*"))
                .containsExactly("secretsmanager:GetSecretValue");
        assertThat(Plans.actionsOn(plan, PolicyFor.CLOUDFORMATION, "*"))
                .containsExactly("ec2:DescribeVpcs", "ssm:DescribeParameters");
    }

    @Test
    void aDeployerWithARoleTouchesNoResource() {
        PolicyPlan plan = Plans.of("""
                Resources:
                  Jobs: {Type: AWS::SQS::Queue}
                """, Plans.SCOPE.withRole("arn:aws:iam::111122223333:role/cloudformation"));

        for (PolicyFor deployer : List.of(PolicyFor.CI, PolicyFor.PERSON)) {
            assertThat(plan.of(deployer))
                    .flatExtracting(Grant::actions)
                    .contains("iam:PassRole", "cloudformation:ExecuteChangeSet")
                    .noneMatch(action -> action.startsWith("sqs:"));
        }
        assertThat(plan.of(PolicyFor.CLOUDFORMATION))
                .flatExtracting(Grant::actions)
                .contains("sqs:CreateQueue", "s3:GetObject")
                .doesNotContain("s3:PutObject", "cloudformation:CreateChangeSet", "iam:PassRole");
    }

    @Test
    void theSharedBucketIsMadeByAPersonOnly() {
        DeploymentScope scope = new DeploymentScope(
                "orders",
                Optional.empty(),
                "",
                true,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of("Release"),
                Optional.empty(),
                List.of());
        PolicyPlan plan = Plans.of("Resources: {Jobs: {Type: AWS::SQS::Queue}}", scope);

        String bucket = "arn:aws:s3:::aws-sam-cli-managed-default-samclisourcebucket-*";
        assertThat(Plans.actionsOn(plan, PolicyFor.PERSON, bucket)).contains("s3:CreateBucket", "s3:ListBucket");
        assertThat(Plans.actionsOn(plan, PolicyFor.CI, bucket))
                .containsExactly("s3:ListBucket", "s3:ListBucketMultipartUploads", "s3:ListBucketVersions");
        assertThat(plan.notesFor(PolicyFor.CI)).anyMatch(note -> note.contains("shared with SAM CLI"));
        assertThat(resources(plan)).contains("arn:aws:signer:" + ACCOUNT + ":/signing-profiles/Release");
    }

    @Test
    void saysSoWhenNoBucketIsNamed() {
        DeploymentScope scope = new DeploymentScope(
                "orders",
                Optional.empty(),
                "",
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());

        PolicyPlan plan = Plans.of("Resources: {Jobs: {Type: AWS::SQS::Queue}}", scope);

        assertThat(plan.warnings())
                .extracting(Problem::message)
                .anyMatch(text -> text.startsWith("no bucket is named"));
        assertThat(plan.of(PolicyFor.PERSON))
                .flatExtracting(Grant::actions)
                .noneMatch(action -> action.startsWith("s3:"));
    }

    @Test
    void aTemplateThatSamRefusesHasNoPolicy() {
        assertThatThrownBy(() -> Plans.of("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties: {Handler: app.handler}
                """)).isInstanceOf(InvalidTemplateException.class);
    }

    @Test
    void unknownRegionAndAccountAreAny() {
        PolicyPlan plan = Plans.of("Resources: {Jobs: {Type: AWS::SQS::Queue}}");

        String json =
                new PolicyDocument(plan.of(PolicyFor.PERSON)).json(new ArnValues(Optional.empty(), Optional.empty()));

        assertThat(json).contains("arn:aws:sqs:*:*:orders-Jobs-*");
        PolicyGrammar.check(json);
    }

    private static List<String> resources(PolicyPlan plan) {
        return plan.of(PolicyFor.PERSON).stream()
                .flatMap(grant -> grant.resources().stream())
                .map(VALUES::fill)
                .toList();
    }

    private static List<String> allActions(String template) {
        return Plans.of(template).of(PolicyFor.CLOUDFORMATION).stream()
                .flatMap(grant -> grant.actions().stream())
                .toList();
    }
}
