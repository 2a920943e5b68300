package io.github.sammaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.config.SavedValue;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SavedOptionsTest {

    @Test
    void optionsOfTheCommandLineAreSavedButNoSecret() {
        Properties commandLine = new Properties();
        commandLine.setProperty("sam.stackName", "orders");
        commandLine.setProperty("sam.s3Bucket", "b");
        commandLine.setProperty("sam.saveParams", "true");
        commandLine.setProperty("sam.configEnv", "prod");
        commandLine.setProperty("sam.parameterOverrides", "Stage=dev Password=s3cret");
        commandLine.setProperty("sam.parameter.Size", "3");
        commandLine.setProperty("sam.parameter.Token", "s3cret");

        assertThat(new SavedOptions(commandLine, Path.of("")).of("deploy", name -> !name.startsWith("S")))
                .containsOnly(
                        Map.entry("stack_name", new SavedValue.Text("orders")),
                        Map.entry("s3_bucket", new SavedValue.Text("b")),
                        Map.entry("parameter_overrides", new SavedValue.Pairs(Map.of("Stage", "dev", "Size", "3"))));
    }
}
