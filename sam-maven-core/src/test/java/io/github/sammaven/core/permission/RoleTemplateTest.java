package io.github.sammaven.core.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoleTemplateTest {

    private static final String QUEUE = "Resources: {Jobs: {Type: AWS::SQS::Queue}}";

    @Test
    void theDeployerMayHandOverTheOtherRoleOnly() {
        Template template = template(QUEUE, List.of(TrustPrincipal.service("codebuild.amazonaws.com")));

        String deployer = yaml(template, RoleTemplate.DEPLOYER);
        assertThat(deployer)
                .contains("Service: codebuild.amazonaws.com", "Action: iam:PassRole")
                .contains("Fn::GetAtt", "- CloudFormationRole", "arn:${AWS::Partition}:s3:::acme-artifacts/*")
                .doesNotContain("sqs:");
        String cloudFormation = yaml(template, RoleTemplate.CLOUDFORMATION);
        assertThat(cloudFormation)
                .contains("Service: cloudformation.amazonaws.com", "sqs:CreateQueue")
                .contains("arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:orders-Jobs-*")
                .doesNotContain("iam:PassRole");
        assertThat(template.section("Outputs")).containsOnlyKeys("DeployerRoleArn", "CloudFormationRoleArn");
    }

    @Test
    void aBuildServerIsTrustedForItsRepositoryAlone() {
        MappingNode statement = TrustPrincipal.webIdentity(
                        "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
                        "sts.amazonaws.com",
                        "repo:acme/orders:*")
                .statement();

        assertThat(statement.text("Action")).hasValue("sts:AssumeRoleWithWebIdentity");
        assertThat(new TemplateWriter().json(statement))
                .contains(
                        "\"token.actions.githubusercontent.com:aud\": \"sts.amazonaws.com\"",
                        "\"token.actions.githubusercontent.com:sub\": \"repo:acme/orders:*\"");
    }

    @Test
    void whatIsTooLargeForTheRoleBecomesPoliciesOfTheirOwn() {
        String many = "Resources:\n"
                + IntStream.range(0, 200)
                        .mapToObj(i -> "  AQueueWithALongName" + i + ": {Type: AWS::SQS::Queue}\n")
                        .collect(Collectors.joining());

        Template template = template(many, List.of(TrustPrincipal.ownAccount()));

        assertThat(template.section("Resources").keySet())
                .contains(
                        "CloudFormationRolePolicy1", "CloudFormationRolePolicy2", "CloudFormationRole", "DeployerRole")
                .doesNotContain("DeployerRolePolicy1");
        assertThat(template.resource("CloudFormationRole")
                        .orElseThrow()
                        .mapping("Properties")
                        .orElseThrow()
                        .keys())
                .contains("ManagedPolicyArns")
                .doesNotContain("Policies");
    }

    @Test
    void theRolesCanBeDeployedByThisPluginItself() {
        String yaml = RoleTemplate.yaml(
                Plans.of(QUEUE, RoleTemplate.scope(Plans.SCOPE)), List.of(TrustPrincipal.ownAccount()));

        PolicyPlan plan = Plans.of(yaml);

        assertThat(plan.warnings()).isEmpty();
        assertThat(plan.of(PolicyFor.CLOUDFORMATION))
                .flatExtracting(Grant::actions)
                .contains("iam:CreateRole");
    }

    private static Template template(String template, List<TrustPrincipal> trusted) {
        PolicyPlan plan = Plans.of(template, RoleTemplate.scope(Plans.SCOPE));
        return new TemplateReader().parse(RoleTemplate.yaml(plan, trusted), Path.of("roles.yaml"), "roles.yaml");
    }

    private static String yaml(Template template, String logicalId) {
        return new TemplateWriter().yaml(template.resource(logicalId).orElseThrow());
    }
}
