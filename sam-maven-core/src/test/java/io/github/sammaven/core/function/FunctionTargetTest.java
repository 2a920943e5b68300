package io.github.sammaven.core.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionTargetTest {

    private static Template template(String target) {
        return new TemplateReader().parse("""
                        Resources:
                          Orders:
                            Type: AWS::Lambda::Function
                            Properties: {FunctionName: orders-prod, Runtime: java17, Handler: a.B, Code: x}
                          Live:
                            Type: AWS::Lambda::Alias
                            Properties: {Name: live, FunctionName: !Ref Orders, FunctionVersion: '1'}
                          Queue:
                            Type: AWS::SQS::Queue
                            Properties: {FunctionName: Orders}
                          Url:
                            Type: AWS::Lambda::Url
                            Properties:
                              AuthType: NONE
                              TargetFunctionArn: %s
                        """.formatted(target), Path.of("template.yaml"), "template.yaml");
    }

    private static Optional<String> found(String target) {
        Template template = template(target);
        FunctionCatalog catalog = FunctionCatalog.of(template, new TemplateResolver(template, LocalValues.defaults()));
        return template.resource("Url")
                .flatMap(url -> url.mapping("Properties"))
                .flatMap(properties -> properties.get("TargetFunctionArn"))
                .flatMap(new FunctionTarget(template, catalog)::of)
                .map(LambdaFunction::logicalId);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!Ref Orders",
                "!GetAtt Orders.Arn",
                "{'Fn::GetAtt': [Orders, Arn]}",
                "!Ref Live",
                "orders-prod",
                "arn:aws:lambda:eu-central-1:123456789012:function:orders-prod:live"
            })
    void functionIsFoundHoweverItIsWritten(String target) {
        assertThat(found(target)).contains("Orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!Ref Queue", "!Ref Nothing", "!ImportValue orders", "[Orders]", "!GetAtt [[]]", "null"})
    void anythingElseIsNoFunction(String target) {
        assertThat(found(target)).isEmpty();
    }
}
