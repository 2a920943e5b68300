package io.github.sammaven.core.transform.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceRewriterTest {

    private static final Map<String, String> GENERATED =
            Map.of("Fn.Version", "FnVersion01", "Fn.Alias", "FnAliaslive", "Api.Stage", "ApiProdStage");
    private static final ReferenceRewriter REWRITER = new ReferenceRewriter(
            Map.of("Libs", "Libs02", "More", "More03"),
            (id, suffix) -> Optional.ofNullable(GENERATED.get(id + "." + suffix)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "!Ref Libs|!Ref Libs02",
                "!Ref Fn.Version|!Ref FnVersion01",
                "!Ref Api.Stage|!Ref ApiProdStage",
                "{Ref: !Ref Libs}|{Ref: !Ref Libs02}",
                "{Fn::GetAtt: [Libs, Arn]}|{Fn::GetAtt: [Libs02, Arn]}",
                "{Fn::GetAtt: [Libs, A.B]}|{Fn::GetAtt: [Libs02, A, B]}",
                "{Fn::GetAtt: [Libs.A, B]}|{Fn::GetAtt: [Libs02, A, B]}",
                "{Fn::GetAtt: [Libs, '']}|{Fn::GetAtt: [Libs02, '']}",
                "{Fn::GetAtt: [Fn.Alias, Name]}|{Fn::GetAtt: [FnAliaslive, Name]}",
                "{Fn::GetAtt: [Fn, Alias, Name]}|{Fn::GetAtt: [FnAliaslive, Name]}",
                "{Fn::GetAtt: [Fn, Alias, Name, Part]}|{Fn::GetAtt: [FnAliaslive, Name, Part]}",
                "{Fn::GetAtt: [Fn, Alias.Name.Part]}|{Fn::GetAtt: [FnAliaslive, Name, Part]}",
                "{Fn::GetAtt: [Fn, Alias]}|{Fn::GetAtt: [FnAliaslive]}",
                "{Fn::GetAtt: [Fn, Alias, '']}|{Fn::GetAtt: [FnAliaslive, '']}",
                "{Fn::GetAtt: [Libs, !Ref Libs]}|{Fn::GetAtt: [Libs, !Ref Libs02]}",
                "{Fn::GetAtt: [!Ref Libs, A]}|{Fn::GetAtt: [!Ref Libs02, A]}",
                "!Sub '${Fn.Version}:${Fn.Alias}:${Fn.Alias.Name}'|!Sub '${FnVersion01}:${FnAliaslive}:${FnAliaslive.Name}'",
                "!Sub '${Libs}${Libs.A.B}${Libs.}${!Libs}'|!Sub '${Libs02}${Libs02.A.B}${Libs02.}${!Libs}'",
                "!Sub ['${Libs}${V}', {Libs: !Ref Libs, V: !Sub '${Fn.Alias}'}]|!Sub ['${Libs02}${V}', {Libs: !Ref Libs02, V: !Sub '${FnAliaslive}'}]",
                "{Fn::Sub: !Ref Libs}|{Fn::Sub: !Ref Libs02}",
                "{Fn::If: [Libs, Libs, !Ref Libs]}|{Fn::If: [Libs, Libs, !Ref Libs02]}",
                "{DependsOn: Libs}|{DependsOn: Libs02}",
                "{DependsOn: Libs, Other: Libs}|{DependsOn: Libs02, Other: Libs}",
                "{DependsOn: [Libs, Fn, More, [Libs], {a: !Ref More}]}|{DependsOn: [Libs02, Fn, More03, [Libs], {a: !Ref More03}]}",
            })
    void referenceLeadsToWhatWasGenerated(String expression, String expected) {
        assertThat(rewrite(expression)).isEqualTo(node(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Libs",
                "!Ref Fn",
                "!Ref Fn.Stage",
                "!Ref Fn.Alias.Name",
                "!Ref Fn.Alias.",
                "!Ref Fn..Alias",
                "!Ref Nope.Alias",
                "!Ref Libs.Arn",
                "{Ref: Libs, Other: 1}",
                "{Ref: [Libs]}",
                "{Ref: null}",
                "{Fn::GetAtt: Libs.Arn}",
                "{Fn::GetAtt: Fn.Alias.Name}",
                "{Fn::GetAtt: [Libs]}",
                "{Fn::GetAtt: [Libs.Arn]}",
                "{Fn::GetAtt: [Fn.Alias]}",
                "{Fn::GetAtt: [Fn, Arn]}",
                "{Fn::GetAtt: [Fn, Nope.Arn]}",
                "{Fn::GetAtt: [Libs, 5]}",
                "{Fn::GetAtt: [5, Libs]}",
                "{Fn::GetAtt: ['', Libs]}",
                "{Fn::GetAtt: []}",
                "!Sub '${Fn}${Fn.Nope}${!Fn.Alias}${ Libs }${.Libs}${Fn..Alias}${Libs_}${Libs'",
                "{Fn::Sub: {x: '${Libs}'}}",
                "{Condition: Libs}",
                "{DependsOn: Fn}",
                "{DependsOn: 'Libs,More'}",
                "{DependsOn: [Fn, 5, null, [Libs], {a: Libs}]}",
            })
    void expressionStaysTheSameInstanceWhenItLeadsToNothingGenerated(String expression) {
        MappingNode template = template(expression).root();
        assertThat(REWRITER.rewrite(template)).isSameAs(template);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 11, 987654321})
    void randomTreesStayTheSameInstanceWhenNothingWasRenamed(long seed) {
        ReferenceRewriter nothing = new ReferenceRewriter(Map.of(), (id, suffix) -> Optional.empty());
        RandomExpressions expressions = new RandomExpressions(seed);
        for (int i = 0; i < 500; i++) {
            MappingNode template = MappingNode.of("Outputs", expressions.next());
            assertThat(nothing.rewrite(template))
                    .as("seed %d, tree %d: %s", seed, i, template)
                    .isSameAs(template);
        }
    }

    @Test
    void unchangedPartsStayTheSameInstance() {
        MappingNode template =
                template("{a: {b: [1, !Ref Other]}, c: !Ref Libs}").root();
        MappingNode rewritten = REWRITER.rewrite(template);
        assertThat(rewritten).isNotEqualTo(template);
        assertThat(rewritten.mapping("value").flatMap(value -> value.get("a")).orElseThrow())
                .isSameAs(template.mapping("value")
                        .flatMap(value -> value.get("a"))
                        .orElseThrow());
    }

    @Test
    void suffixMeansTheLastResourceOfItsTypeThatTheRunGenerated() {
        Template template = template("!Ref Fn.Version", "Fn: {Type: 'AWS::Serverless::Function'}");
        Map<String, MappingNode> source = Map.of("Fn", template.resource("Fn").orElseThrow());
        TransformContext context = TransformContext.of(
                template,
                source,
                TransformOptions.offline("eu-west-1", Map.of()),
                new ParameterSubstitution(template, Map.of(), "eu-west-1"),
                new TransformErrors());
        ReferenceRewriter rewriter = ReferenceRewriter.of(context, Map.of());
        assertThat(rewriter.rewrite(template.root())).isSameAs(template.root());
        context.result().add("Fn", version("First"));
        context.result().add("Fn", version("Last"));
        assertThat(rewriter.rewrite(template.root()).get("value")).contains(node("!Ref Last"));
    }

    @ParameterizedTest
    @CsvSource({
        "Function,Version,AWS::Lambda::Version",
        "Function,DestinationQueue,AWS::SQS::Queue",
        "Api,Stage,AWS::ApiGateway::Stage",
        "Api,DomainNameV2,AWS::ApiGateway::DomainNameV2",
        "HttpApi,Stage,AWS::ApiGatewayV2::Stage",
        "WebSocketApi,DomainName,AWS::ApiGatewayV2::DomainName",
        "HttpApi,Deployment,",
        "SimpleTable,Stage,",
    })
    void suffixMeansOneTypeForEachTypeOfResource(String samType, String suffix, String generated) {
        assertThat(ReferenceSuffixes.generatedType("AWS::Serverless::" + samType, suffix))
                .isEqualTo(Optional.ofNullable(generated));
    }

    private static CloudFormationResource version(String id) {
        return new CloudFormationResource(id, (MappingNode) node("{Type: 'AWS::Lambda::Version'}"));
    }

    private static Node rewrite(String expression) {
        return REWRITER.rewrite(template(expression).root()).get("value").orElseThrow();
    }

    private static Node node(String yaml) {
        return template(yaml).root().get("value").orElseThrow();
    }

    private static Template template(String value) {
        return template(value, "{}");
    }

    private static Template template(String value, String resources) {
        String text = "value: " + value + "\nResources:\n  " + resources + "\n";
        return new TemplateReader().parse(text, Path.of("template.yaml"), "template.yaml");
    }
}
