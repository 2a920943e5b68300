package io.github.sammaven.core.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import io.github.sammaven.core.transform.SamTransformer;
import io.github.sammaven.core.transform.context.TransformOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequiredCapabilitiesTest {

    private static final String FUNCTION = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Hello:
                Type: AWS::Serverless::Function
                Properties: {CodeUri: hello, Handler: app.handler, Runtime: python3.12}
            """;

    @TempDir
    private Path folder;

    private RequiredCapabilities required(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("template.yaml"), text);
        Template template = new TemplateReader().read(file, "template.yaml");
        StackTree tree = StackTree.read(template, new TemplateResolver(template, LocalValues.defaults()));
        SamTransformer transformer = new SamTransformer();
        List<DeployedStack> stacks = tree.stacks().stream()
                .map(stack -> new DeployedStack(
                        stack,
                        transformer
                                .transform(
                                        stack.template(),
                                        TransformOptions.offline("us-east-1", Map.of())
                                                .forValidation())
                                .orThrow()))
                .toList();
        return RequiredCapabilities.of(tree, stacks);
    }

    @Test
    void nothingIsNeededWithoutIamResources() throws IOException {
        RequiredCapabilities required = required("Resources:\n  Topic: {Type: AWS::SNS::Topic}\n");

        assertThat(required.capabilities()).isEmpty();
        assertThat(required.granted(List.of())).isEqualTo(new RequiredCapabilities.Granted(List.of(), List.of()));
    }

    @Test
    void roleSamMakesIsToldWithTheLineOfItsFunction() throws IOException {
        RequiredCapabilities required = required(FUNCTION);

        assertThat(required.capabilities()).containsExactly(Capability.CAPABILITY_IAM);
        assertThatThrownBy(() -> required.granted(List.of()))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidOptionException.class))
                .extracting(InvalidOptionException::problems)
                .isEqualTo(List.of(Problem.error(
                        new SourceMark("template.yaml", 3, 3),
                        "the template needs CAPABILITY_IAM, which is not granted",
                        "HelloRole (template.yaml:3:3) is an IAM resource (AWS::IAM::Role)\n"
                                + "Review them, then set -Dsam.capabilities=CAPABILITY_IAM, or -Dsam.capabilities=auto to"
                                + " grant what the template needs")));
    }

    @Test
    void autoGrantsWhatIsNeededAndSaysWhy() throws IOException {
        assertThat(required(FUNCTION).granted(List.of("auto")))
                .isEqualTo(new RequiredCapabilities.Granted(
                        List.of("CAPABILITY_IAM"),
                        List.of(
                                "Granted CAPABILITY_IAM (sam.capabilities=auto): HelloRole (template.yaml:3:3) is an IAM"
                                        + " resource (AWS::IAM::Role)")));
    }

    @Test
    void autoGrantsNothingMoreThanIsGiven() throws IOException {
        assertThat(required(FUNCTION).granted(List.of("CAPABILITY_NAMED_IAM", "auto")))
                .isEqualTo(new RequiredCapabilities.Granted(List.of("CAPABILITY_NAMED_IAM"), List.of()));
    }

    @Test
    void nameOfItsOwnNeedsMore() throws IOException {
        RequiredCapabilities required = required(FUNCTION + """
                  Named:
                    Type: AWS::IAM::Role
                    Properties: {RoleName: orders, AssumeRolePolicyDocument: {}}
                  Grouped:
                    Type: AWS::IAM::ManagedPolicy
                    Properties: {ManagedPolicyName: !Sub "${AWS::StackName}-p", PolicyDocument: {}}
                  Inline:
                    Type: AWS::IAM::Policy
                    Properties: {PolicyName: p, PolicyDocument: {}}
                  Unnamed:
                    Type: AWS::IAM::Role
                    Properties: {RoleName: !Ref AWS::NoValue, AssumeRolePolicyDocument: {}}
                """);

        assertThat(required.capabilities()).containsExactly(Capability.CAPABILITY_NAMED_IAM);
        assertThat(required.needs().stream().filter(need -> need.capability() == Capability.CAPABILITY_NAMED_IAM))
                .extracting(Need::toString)
                .containsExactly(
                        "Named (template.yaml:6:3) is an IAM resource with its own name orders",
                        "Grouped (template.yaml:9:3) is an IAM resource with its own name local-p");
        assertThatThrownBy(() -> required.granted(List.of("CAPABILITY_IAM")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("-Dsam.capabilities=CAPABILITY_IAM,CAPABILITY_NAMED_IAM");
    }

    @Test
    void resourceWhoseConditionIsFalseNeedsNothing() throws IOException {
        RequiredCapabilities required = required("""
                Conditions: {Never: !Equals [a, b]}
                Resources:
                  Role: {Type: AWS::IAM::Role, Condition: Never, Properties: {AssumeRolePolicyDocument: {}}}
                """);

        assertThat(required.needs()).isEmpty();
    }

    @Test
    void nestedStackNeedsWhatIsInItAndAMacroThereNeedsMore() throws IOException {
        Files.writeString(folder.resolve("child.yaml"), FUNCTION);
        Files.writeString(folder.resolve("plain.yaml"), "Resources:\n  User: {Type: AWS::IAM::User}\n");
        RequiredCapabilities required = required("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Child: {Type: AWS::Serverless::Application, Properties: {Location: child.yaml}}
                  Plain: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: plain.yaml}}
                  Far: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: "https://s3.amazonaws.com/b/k"}}
                  Shared:
                    Type: AWS::Serverless::Application
                    Properties:
                      Location: {ApplicationId: "arn:aws:serverlessrepo:us-east-1:1:applications/a", SemanticVersion: 1.0.0}
                """);

        assertThat(required.capabilities())
                .containsExactly(Capability.CAPABILITY_IAM, Capability.CAPABILITY_AUTO_EXPAND);
        assertThat(required.needs())
                .extracting(Need::toString)
                .containsExactly(
                        "Child/HelloRole (child.yaml:3:3) is an IAM resource (AWS::IAM::Role)",
                        "Plain/User (plain.yaml:2:3) is an IAM resource (AWS::IAM::User)",
                        "Child (template.yaml:3:3) is a nested stack with a macro in its template",
                        "Shared (template.yaml:6:3) is a nested application");
    }

    @Test
    void misspeltNameIsToldWithTheNearest() throws IOException {
        assertThatThrownBy(() -> required(FUNCTION).granted(List.of("CAPABILITY_IAMM")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("there is no capability 'CAPABILITY_IAMM'\n    Did you mean 'CAPABILITY_IAM'?");
    }
}
