package io.github.sammaven.core.transform.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogicalIdsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "plain|68c46e84d7",
                "Grüße|f649751d6e",
                "\uD83D\uDE00|9c533688a9",
                "{b: 1, a: 2}|1c072775cb",
                "{a: []}|983152bcc6",
                "{x: {}}|57ccba193f",
                "{f: 1.0}|b9cebd9f7e",
                "{f: 1.0e+16}|6b3493c9f2",
                "{f: 1.0e-7}|8e82b3d3e8",
                "{f: 0.1}|6b5696b641",
                "{f: 123456789.125}|0113d15d47",
                "{f: 1.0e+22}|9313ddedde",
                "{f: 5.0e-324}|a75710a234",
                "{f: -0.0}|44d47ed669",
                "{f: 2.0e-5}|b1e0d1f3f2",
                "{f: 0.0001}|4d8a23cd4f",
                "{f: 1.7976931348623157e+308}|d4901cce08",
                "{f: 9007199254740993.0}|9b1f197ccd",
                "{f: 1.0e+23}|1ad064b5bd",
                "{f: 123000.0}|bb5d6ed0fd",
                "[true, false, null]|320ab23a5b",
                "{\"é\": \"ü\", \"z\": \"\\x7f\\0\\n\\t\\\"\\\\/\"}|fbc7319689",
                "{\"\\ufb01\": 1, \"\\U0001F600\": 2}|5cdcfac3b8",
                "{Ref: Stage}|5a8453b9e3",
                "[z, d]|1c551795fc",
                "!Sub ['${A}', {A: x}]|9dbb545289",
                "{n: [1, [2, [3]]]}|a7308460fc",
            })
    void idEndsWithTheHashOfItsContent(String content, String digits) {
        assertThat(LogicalIds.hashed("Prefix", node(content))).isEqualTo("Prefix" + digits);
    }

    @Test
    void idIsTheBarePrefixWhenThereIsNothingToHash() {
        assertThat(LogicalIds.hashed("Prefix", "")).isEqualTo("Prefix");
        assertThat(LogicalIds.hashed("Prefix", ScalarNode.string(""))).isEqualTo("Prefix");
    }

    @Test
    void versionsHashTheirContentUnlessTheHashIsGiven() {
        assertThat(LogicalIds.version("Fn", node("{b: 1, a: 2}"))).isEqualTo("FnVersion1c072775cb");
        assertThat(LogicalIds.versionOfCode("Fn", "0123456789abcdef")).isEqualTo("FnVersion0123456789");
        assertThat(LogicalIds.versionOfCode("Fn", "0123")).isEqualTo("FnVersion0123");
        assertThat(LogicalIds.layerVersion("x", MappingNode.builder().build())).isEqualTo("x57ccba193f");
    }

    @ParameterizedTest
    @CsvSource({
        "Prod,ApiProdStage,ApiProdStage,FnGetPermissionProd",
        "'plain ',ApiStage23cb997767,ApiStage23cb997767,FnGetPermission23cb997767",
        "$default,ApiStage7a8efd1328,ApiApiGatewayDefaultStage,FnGetPermission7a8efd1328",
        "'',ApiStage,ApiStage,FnGetPermission",
    })
    void stageNameIsPartOfTheIdWhenItIsAlphanumeric(String stage, String rest, String http, String permission) {
        Node name = ScalarNode.string(stage);
        assertThat(LogicalIds.restStage("Api", name)).isEqualTo(rest);
        assertThat(LogicalIds.httpStage("Api", name)).isEqualTo(http);
        assertThat(LogicalIds.apiPermission("Fn", "Get", name)).isEqualTo(permission);
    }

    @Test
    void stageNameThatIsAFunctionIsNotPartOfTheId() {
        Node name = Intrinsic.ref("Stage");
        assertThat(LogicalIds.restStage("Api", name)).isEqualTo("ApiStage");
        assertThat(LogicalIds.httpStage("Api", name)).isEqualTo("ApiStage");
        assertThat(LogicalIds.apiPermission("Fn", "Get", name)).isEqualTo("FnGetPermissionStage");
    }

    @Test
    void domainsAndTheirRecordsAreSharedByName() {
        assertThat(LogicalIds.domainName(node("plain"))).isEqualTo("ApiGatewayDomainName68c46e84d7");
        assertThat(LogicalIds.domainName(node("{Ref: Stage}"))).isEqualTo("ApiGatewayDomainName5a8453b9e3");
        assertThat(LogicalIds.domainNameV2(node("plain"))).isEqualTo("ApiGatewayDomainNameV268c46e84d7");
        assertThat(LogicalIds.recordSetGroup(node("plain"))).isEqualTo("RecordSetGroup68c46e84d7");
        assertThat(LogicalIds.separateRecordSetGroup(node("z"), node("d"))).isEqualTo("RecordSetGroup1c551795fc");
        assertThat(LogicalIds.accessAssociation(node("z"), "d")).isEqualTo("DomainNameAccessAssociation1c551795fc");
    }

    @Test
    void generatedConditionsAreDistinguishedByTheirOwner() {
        assertThat(LogicalIds.notCondition("Absent", "plain")).isEqualTo("NOTAbsent68c46e84d7");
        assertThat(LogicalIds.andCondition("A", "B", "plain")).isEqualTo("AANDB68c46e84d7");
    }

    @Test
    void deploymentIsAnotherOneWhenItsTextDiffers() {
        LogicalIds.Deployment deployment = LogicalIds.deployment("Api", "{}");
        assertThat(deployment.digest()).isEqualTo("bf21a9e8fbc5a3846fb05b4fa0859e0917b2202f");
        assertThat(deployment.id()).isEqualTo("ApiDeploymentbf21a9e8fb");
        assertThat(LogicalIds.deployment("Api", "{}||3.0.1")).isNotEqualTo(deployment);
    }

    @Test
    void deploymentOfATimeIsAnotherOneEachSecond() {
        assertThat(LogicalIds.deploymentAt("Api", Instant.ofEpochMilli(13_370)).id())
                .isEqualTo("ApiDeploymentbd307a3ec3");
        assertThat(LogicalIds.deploymentAt("Api", Instant.ofEpochSecond(14)).id())
                .isNotEqualTo("ApiDeploymentbd307a3ec3");
    }

    @Test
    void idsAreThoseOfTheConformanceCases() {
        String cases = System.getProperty("conformance.cases", "");
        assumeTrue(!cases.isEmpty(), "-Dconformance.cases=FOLDER names no conformance cases");
        Path file = Path.of(cases, "reference-data", "hash-vectors.json");
        var vectors =
                new TemplateReader().read(file, "hash-vectors.json").root().entries();
        int checked = 0;
        for (Node ofCase : vectors.values()) {
            for (Node entry : ofCase.asSequence().map(SequenceNode::items).orElseThrow()) {
                MappingNode vector = entry.asMapping().orElseThrow();
                String prefix = vector.text("prefix").orElseThrow();
                String text = vector.text("text").orElse("");
                if (text.isEmpty() || prefix.endsWith("Deployment")) {
                    continue;
                }
                Node content = text.startsWith("{") || text.startsWith("[") ? node(text) : ScalarNode.string(text);
                assertThat(LogicalIds.hashed(prefix, content))
                        .as(text)
                        .isEqualTo(vector.text("id").orElseThrow());
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(100);
    }

    private static Node node(String yaml) {
        var template = new TemplateReader().parse("value: " + yaml, Path.of("template.yaml"), "template.yaml");
        return template.root().get("value").orElseThrow();
    }
}
