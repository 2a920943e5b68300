package io.github.sammaven.core.local.apigateway.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ResourcePathsTest {

    /** A method at the end of so many resources. */
    private static ApiDefinitions read(int resources) {
        StringBuilder text = new StringBuilder("Resources:\n  Api: {Type: AWS::ApiGateway::RestApi}\n");
        text.append("  M:\n    Type: AWS::ApiGateway::Method\n    Properties: {RestApiId: !Ref Api, HttpMethod: GET, ")
                .append("ResourceId: !Ref R")
                .append(resources)
                .append("}\n");
        for (int i = 1; i <= resources; i++) {
            text.append(
                    "  R%d:\n    Type: AWS::ApiGateway::Resource\n    Properties: {RestApiId: !Ref Api, PathPart: p%d, ParentId: %s}\n"
                            .formatted(i, i, i == 1 ? "!GetAtt Api.RootResourceId" : "!Ref R" + (i - 1)));
        }
        Template template = new TemplateReader().parse(text.toString(), Path.of("template.yaml"), "template.yaml");
        TemplateResolver resolver = new TemplateResolver(template, LocalValues.defaults());
        return ApiReader.read(template, resolver, FunctionCatalog.of(template, resolver), "");
    }

    @Test
    void joinsThePartsOfAllParents() {
        assertThat(ApiText.of(read(3))).contains("GET /p1/p2/p3  @");
    }

    @Test
    void tellsTheMethodWhenItsPathIsLongerThanAnyCanBe() {
        assertThat(ApiText.of(read(5000))).contains("M: has no path that is known, and is not served");
    }
}
