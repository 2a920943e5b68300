package io.github.sammaven.core.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentVariablesTest {

    private static final Map<String, String> SHELL =
            Map.of("STAGE", "shell", "BOTH", "shell", "OTHER", "shell", "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");

    private static EnvironmentVariables.Composed compose(
            Map<String, String> declared, Map<String, String> unknown, Map<String, String> given) {
        LambdaFunction function = new LambdaFunction(
                "",
                "Hello",
                "hello-prod",
                "java17",
                "a.B::c",
                512,
                Duration.ofSeconds(7),
                Architecture.X86_64,
                new CodeSource.Inline(""),
                List.of(),
                declared,
                unknown,
                MappingNode.of(Map.of()),
                MappingNode.of(Map.of()),
                SourceMark.NONE);
        return new EnvironmentVariables("eu-central-1", "123456789012", SHELL).compose(function, given);
    }

    @Test
    void laterSourcesWin() {
        EnvironmentVariables.Composed composed = compose(
                Map.of("STAGE", "template", "PLAIN", "template", "BOTH", "template"),
                Map.of(),
                Map.of("BOTH", "given"));
        assertThat(composed.variables())
                .containsEntry("PLAIN", "template")
                .containsEntry("STAGE", "shell")
                .containsEntry("BOTH", "given")
                .doesNotContainKey("OTHER");
        assertThat(composed.warnings()).isEmpty();
    }

    @Test
    void builtInNamesAreThoseOfTheDeployedFunction() {
        assertThat(compose(Map.of(), Map.of(), Map.of()).variables())
                .containsEntry("AWS_SAM_LOCAL", "true")
                .containsEntry("AWS_LAMBDA_FUNCTION_NAME", "hello-prod")
                .containsEntry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/hello-prod")
                .containsEntry("AWS_LAMBDA_FUNCTION_TIMEOUT", "7")
                .containsEntry("_HANDLER", "a.B::c")
                .containsEntry("AWS_REGION", "eu-central-1")
                .containsEntry("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE")
                .containsEntry("AWS_SECRET_ACCESS_KEY", "defaultsecret")
                .doesNotContainKey("AWS_SESSION_TOKEN");
    }

    @Test
    void reservedNamesKeepTheirValueWithAWarning() {
        EnvironmentVariables.Composed composed =
                compose(Map.of("AWS_REGION", "mars"), Map.of(), Map.of("_HANDLER", "mine"));
        assertThat(composed.variables())
                .containsEntry("AWS_REGION", "eu-central-1")
                .containsEntry("_HANDLER", "a.B::c");
        assertThat(composed.warnings())
                .extracting(Problem::message)
                .containsExactly(
                        "Hello: variable AWS_REGION is reserved, Lambda sets it itself",
                        "Hello: variable _HANDLER is reserved, Lambda sets it itself");
    }

    @Test
    void undeclaredNameIsPassedWithAWarning() {
        EnvironmentVariables.Composed composed = compose(Map.of(), Map.of(), Map.of("EXTRA", "1"));
        assertThat(composed.variables()).containsEntry("EXTRA", "1");
        assertThat(composed.warnings())
                .extracting(Problem::message)
                .containsExactly("Hello: variable EXTRA is given but not declared in the template");
    }

    @Test
    void unknownValueIsEmptyWithAWarningUnlessGiven() {
        EnvironmentVariables.Composed composed = compose(
                Map.of("TABLE", "", "QUEUE", ""),
                Map.of("TABLE", "Fn::GetAtt Table.Arn", "QUEUE", "Ref Queue"),
                Map.of("QUEUE", "mine"));
        assertThat(composed.variables()).containsEntry("TABLE", "").containsEntry("QUEUE", "mine");
        assertThat(composed.warnings())
                .extracting(Problem::message)
                .containsExactly(
                        "Hello: variable TABLE is empty, its value is only known in AWS: Fn::GetAtt Table.Arn");
    }
}
