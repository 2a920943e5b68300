package io.github.sammaven.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sammaven.core.permission.DeploymentPolicy;
import io.github.sammaven.core.permission.PolicyPlan;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import io.github.sammaven.core.template.TemplateWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The roles of a pipeline trust the CI server alone, and may do what the stages need. */
class PipelineRolesTest {

    private static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Api:
                Type: AWS::Serverless::Function
                Properties:
                  Runtime: python3.12
                  Handler: index.handler
                  CodeUri: src
                  AutoPublishAlias: live
                  DeploymentPreference: {Type: Canary10Percent5Minutes}
              Orders:
                Type: AWS::DynamoDB::Table
            """;
    private static final String ARN = "arn:aws:iam::111122223333:oidc-provider/";

    @TempDir
    private Path root;

    @Test
    void theDeployerIsTheBranchOfTheRepository() {
        Template roles = template(roles(TEMPLATE, List.of(CicdProvider.GITHUB_ACTIONS), Optional.empty()));

        assertThat(yaml(roles, "DeployerRole"))
                .contains("Fn::If", "MakeGitHubProvider", "token.actions.githubusercontent.com:aud: sts.amazonaws.com")
                .contains("repo:${GitHubRepository}:ref:refs/heads/${BranchName}")
                .contains("repo:${GitHubRepository}:environment:prod")
                .doesNotContain("environment:dev");
        assertThat(yaml(roles, "GitHubProvider")).contains("https://token.actions.githubusercontent.com");
        assertThat(roles.section("Parameters").get("GitHubRepository").toString())
                .contains("acme/orders");
    }

    @Test
    void thePoliciesAreForTheStacksOfAllStages() {
        Template roles = template(roles(TEMPLATE, List.of(CicdProvider.CODEPIPELINE), Optional.empty()));

        assertThat(yaml(roles, "DeployerRole"))
                .contains("stack/orders-dev/*", "stack/orders/*", "arn:${AWS::Partition}:s3:::${ArtifactBucket}/*")
                .contains("cloudformation:ExecuteChangeSet", "codedeploy:BatchGetDeployments", "iam:PassRole")
                .contains("codebuild.amazonaws.com", "aws:SourceAccount")
                .doesNotContain("s3:DeleteObject", "dynamodb:");
        assertThat(yaml(roles, "CloudFormationRole"))
                .contains("table/orders-dev-Orders-*", "table/orders-Orders-*", "lambda:CreateFunction")
                .doesNotContain("AdministratorAccess", "'*:*'");
        assertThat(roles.section("Outputs"))
                .containsOnlyKeys("ArtifactBucket", "DeployerRole", "DeployerRoleName", "CloudFormationRole");
        assertThat(roles.root().has("Parameters")).isFalse();
    }

    @Test
    void aProviderTheAccountHasIsNotMadeAgain() {
        List<CicdProvider> both = List.of(CicdProvider.GITHUB_ACTIONS, CicdProvider.GITLAB);
        Template roles = template(roles(TEMPLATE, both, Optional.of(ARN + "gitlab.acme.example")));

        assertThat(roles.section("Parameters").get("GitLabProviderArn").toString())
                .contains(ARN + "gitlab.acme.example");
        assertThat(roles.section("Parameters").get("GitHubProviderArn").toString())
                .doesNotContain(ARN);
        assertThat(yaml(roles, "DeployerRole"))
                .contains("Fn::Sub: project_path:${GitLabProject}:ref_type:branch:ref:${BranchName}");
        assertThatThrownBy(() -> roles(TEMPLATE, both, Optional.of("gitlab.com")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("gitlab.com");
    }

    @Test
    void whatIsNotKnownIsSaidInTheFile() {
        String text =
                roles("Resources: {Odd: {Type: Acme::Odd::Thing}}", List.of(CicdProvider.JENKINS), Optional.empty());

        assertThat(text.lines().filter(line -> line.contains("NOT COMPLETE")))
                .singleElement()
                .asString()
                .startsWith("# - ")
                .contains("Acme::Odd::Thing", "template.yaml:1");
    }

    @ParameterizedTest
    @EnumSource(CicdProvider.class)
    void cfnLintFindsNothing(CicdProvider server) throws IOException, InterruptedException {
        lint(roles(TEMPLATE, List.of(server), Optional.empty()));
    }

    @Test
    void cfnLintFindsNothingInALargeOneForAll() throws IOException, InterruptedException {
        String many = "Resources:\n"
                + IntStream.range(0, 150)
                        .mapToObj(i -> "  AQueueWithALongName" + i + ": {Type: AWS::SQS::Queue}\n")
                        .collect(Collectors.joining());
        String text = roles(many, Arrays.asList(CicdProvider.values()), Optional.empty());

        assertThat(template(text).section("Resources")).containsKey("CloudFormationRolePolicy2");
        lint(text);
    }

    private void lint(String text) throws IOException, InterruptedException {
        Path file = Files.writeString(root.resolve("roles.yaml"), text);
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "cfn-lint"))),
                "cfn-lint is not on the PATH");
        Process lint = new ProcessBuilder("cfn-lint", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(lint.getInputStream().readAllBytes());
        assertThat(lint.waitFor()).as(said).isZero();
    }

    private static String roles(String template, List<CicdProvider> servers, Optional<String> oidcProviderArn) {
        PipelineStage dev = new PipelineStage("dev", "orders-dev", "eu-central-1", Optional.of("dev"), false);
        PipelineStage prod = new PipelineStage("prod", "orders", "eu-central-1", Optional.empty(), true);
        PipelineProject project = new PipelineProject(
                "orders", "mvn", "sam:", 17, "main", true, false, List.of("python3.12"), List.of(dev, prod));
        return new PipelineRoles(
                        project,
                        servers,
                        PolicyPlan.together(project.stages().stream()
                                .map(stage -> plan(template, stage))
                                .toList()),
                        List.of(new GitRemote("github.com", "acme/orders")),
                        oidcProviderArn)
                .file()
                .content();
    }

    private static PolicyPlan plan(String text, PipelineStage stage) {
        Template template = template(text);
        TemplateResolver resolver = new TemplateResolver(template, LocalValues.of(Map.of(), stage.region()));
        return new DeploymentPolicy().plan(StackTree.read(template, resolver), PipelineRoles.scope(stage.stackName()));
    }

    private static Template template(String text) {
        return new TemplateReader().parse(text, Path.of("template.yaml"), "template.yaml");
    }

    private static String yaml(Template template, String logicalId) {
        return new TemplateWriter().yaml(template.resource(logicalId).orElseThrow());
    }
}
