package io.github.sammaven.core.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policies of the examples, which were read by eye. */
class ExamplePoliciesTest {

    @ParameterizedTest
    @CsvSource({"hello-java/stack/template.yaml, hello-java.json", "hello-python/template.yaml, hello-python.json"})
    void examplesNeedNoMoreThanThis(String template, String policy) throws IOException {
        PolicyPlan plan = Plans.of(Path.of("../examples", template), DeploymentScope.of("hello", "acme-artifacts"));

        String json = new PolicyDocument(plan.of(PolicyFor.PERSON)).json(Plans.VALUES);

        PolicyGrammar.check(json);
        assertThat(plan.warnings()).isEmpty();
        assertThat(json)
                .isEqualTo(Files.readString(Path.of("src/test/resources/io/github/sammaven/core/permission", policy)));
    }
}
