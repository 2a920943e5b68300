package io.github.sammaven.core.local.apigateway.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are meant to hurt. */
@Timeout(30)
class IncludesTest {

    @TempDir
    private Path folder;

    private static String include(String location) {
        return "Fn::Transform: {Name: AWS::Include, Parameters: {Location: %s}}".formatted(location);
    }

    @BeforeEach
    void writeTemplate() throws IOException {
        Files.writeString(folder.resolve("template.yaml"), """
                Resources:
                  Api:
                    Type: AWS::ApiGateway::RestApi
                    Properties:
                      Body:
                        paths:
                          /a:
                            %s
                """.formatted(include("0.yaml")));
    }

    private ApiDefinitions read() {
        Template template = new TemplateReader().read(folder.resolve("template.yaml"), "template.yaml");
        TemplateResolver resolver = new TemplateResolver(template, LocalValues.defaults());
        return ApiReader.read(template, resolver, FunctionCatalog.of(template, resolver), "");
    }

    @Test
    void stopsWhenFilesIncludeEachOtherInALongChain() throws IOException {
        for (int i = 0; i < 50; i++) {
            Files.writeString(folder.resolve(i + ".yaml"), "get: {deep: {" + include((i + 1) + ".yaml") + "}}\n");
        }
        assertThat(read().problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("5.yaml includes itself, or too many files"));
    }

    @Test
    void stopsWhenFilesIncludeEachOtherAgainAndAgain() throws IOException {
        for (int i = 0; i < 5; i++) {
            StringBuilder many = new StringBuilder();
            for (int copy = 0; copy < 100; copy++) {
                many.append("k")
                        .append(copy)
                        .append(": {")
                        .append(include((i + 1) + ".yaml"))
                        .append("}\n");
            }
            Files.writeString(folder.resolve(i + ".yaml"), many);
        }
        assertThat(read().problems()).hasSizeBetween(100, 100_000);
    }

    @Test
    void putsTheFileInItsPlaceWhenItIsThere() throws IOException {
        Files.writeString(folder.resolve("0.yaml"), """
                get:
                  x-amazon-apigateway-integration: {type: aws_proxy, uri: F}
                """);
        assertThat(ApiText.of(read())).contains("GET /a  @1").contains("function F V1");
    }

    @Test
    void tellsThePlaceWhenTheFileIsNoMapping() throws IOException {
        Files.writeString(folder.resolve("0.yaml"), "- a\n");
        assertThat(read().problems())
                .extracting(Problem::toString)
                .anyMatch(text -> text.startsWith("0.yaml:1:1: Api: the included part"));
    }
}
