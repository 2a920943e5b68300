package io.github.sammaven.core.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.local.invoke.EnvironmentVariables;
import io.github.sammaven.core.local.invoke.GivenVariables;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.invoke.LocalFunctions;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Code in the template runs like code beside it. */
class InlineFunctionTest {

    private static final String TEMPLATE = """
            Resources:
              Python:
                Type: AWS::Serverless::Function
                Properties:
                  Runtime: python3.11
                  Handler: index.main
                  InlineCode: |
                    def main(event, context):
                      return event['x'] + 1
              Node:
                Type: AWS::Lambda::Function
                Properties:
                  Runtime: nodejs20.x
                  Handler: index.main
                  Code:
                    ZipFile: |
                      exports.main = async (event) => event.x + 2;
            """;

    private final Functions functions = new Functions(JavaClient.AUTO);

    private LocalFunction named(String name) {
        Template template = new TemplateReader().parse(TEMPLATE, Path.of("template.yaml"), "template.yaml");
        return new LocalFunctions(
                        FunctionCatalog.of(template, new TemplateResolver(template, LocalValues.defaults())),
                        Map.of(),
                        new EnvironmentVariables("eu-central-1", LocalValues.DEFAULT_ACCOUNT, Map.of()),
                        GivenVariables.NONE,
                        "eu-central-1",
                        functions.events::add)
                .find(Optional.of(name));
    }

    @Test
    void pythonRuns() {
        ScriptFunctionTest.needs("python3");
        assertThat(functions.once(named("Python"), "{\"x\":1}").payloadText()).isEqualTo("2");
    }

    @Test
    void nodeRuns() {
        ScriptFunctionTest.needs("node");
        assertThat(functions.once(named("Node"), "{\"x\":1}").payloadText()).isEqualTo("3");
    }
}
