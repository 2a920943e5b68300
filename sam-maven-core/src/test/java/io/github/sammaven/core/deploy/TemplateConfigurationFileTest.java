package io.github.sammaven.core.deploy;

import static io.github.sammaven.core.deploy.DeployScene.WITH_PARAMETERS;
import static io.github.sammaven.core.deploy.DeployScene.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateConfigurationFileTest {

    private static final Template TEMPLATE = template(WITH_PARAMETERS).tree();

    @TempDir
    private Path folder;

    @Test
    void writesWhatCodePipelineTakesAndNoSecret() throws IOException {
        Path file = folder.resolve("sam/template-configuration.json");
        Path policy = Files.writeString(folder.resolve("policy.json"), "{\"Statement\": []}");
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("BucketName", "orders");
        parameters.put("Stage", "prod");
        parameters.put("Password", "do-not-write");

        List<String> left = new TemplateConfigurationFile(file)
                .write(TEMPLATE, parameters, Map.of("team", "blue"), Optional.of(policy));

        assertThat(left).containsExactly("Password");
        assertThat(file).hasContent("""
                {
                  "Parameters" : {
                    "BucketName" : "orders",
                    "Stage" : "prod"
                  },
                  "Tags" : {
                    "team" : "blue"
                  },
                  "StackPolicy" : {
                    "Statement" : [ ]
                  }
                }
                """);
    }

    @Test
    void refusesWhatAnActionWouldRefuse() throws IOException {
        TemplateConfigurationFile file = new TemplateConfigurationFile(folder.resolve("configuration.json"));
        Path policy = Files.writeString(folder.resolve("policy.json"), "{}");

        assertThatThrownBy(() ->
                        file.write(TEMPLATE, Map.of("BucketNam", "b", "Stage", "test"), Map.of(), Optional.empty()))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("BucketNam is not declared")
                .hasMessageContaining("'test' of parameter Stage");
        assertThatThrownBy(() -> file.write(TEMPLATE, Map.of(), Map.of(), Optional.of(policy)))
                .hasMessageContaining("policy.json: is no stack policy: it has no Statement");
        assertThat(folder.resolve("configuration.json")).doesNotExist();
    }
}
