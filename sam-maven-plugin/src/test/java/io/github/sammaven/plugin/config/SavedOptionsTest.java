package io.github.sammaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.config.SavedValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SavedOptionsTest {

    @Test
    void optionsWhosePropertyHasAnotherNameAreSavedUnderTheirKey() {
        Properties commandLine = new Properties();
        commandLine.setProperty("sam.logs.names", "Orders,Audit");
        commandLine.setProperty("sam.apiParameter.InvocationType", "DryRun");
        SavedOptions options = new SavedOptions(commandLine, Path.of(""));

        assertThat(options.of("logs", name -> true))
                .containsOnly(Map.entry("name", new SavedValue.Items(List.of("Orders", "Audit"))));
        assertThat(options.of("remote_invoke", name -> true))
                .containsOnly(Map.entry("parameter", new SavedValue.Pairs(Map.of("InvocationType", "DryRun"))));
    }

    @Test
    void ownOptionsAreSavedButNotWhatIsAskedForOnce() {
        Properties commandLine = new Properties();
        commandLine.setProperty("sam.mergeTags", "true");
        commandLine.setProperty("sam.allowStatefulChanges", "OrdersTable,Bucket");
        commandLine.setProperty("sam.guided", "true");
        commandLine.setProperty("sam.skip", "false");
        commandLine.setProperty("sam.imageRepositories", "F=uri");

        assertThat(new SavedOptions(commandLine, Path.of("")).of("deploy", name -> true))
                .containsOnly(
                        Map.entry("merge_tags", new SavedValue.Flag(true)),
                        Map.entry("allow_stateful_changes", new SavedValue.Items(List.of("OrdersTable", "Bucket"))),
                        Map.entry("image_repositories", new SavedValue.Items(List.of("F=uri"))));
    }

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

    @Test
    void variablesOfFunctionsAreNotSavedSinceTheyMayBeSecret() {
        Properties commandLine = new Properties();
        commandLine.setProperty("sam.environmentVariables", "TOKEN=s3cret");
        commandLine.setProperty("sam.runtime", "python3.12");

        assertThat(new SavedOptions(commandLine, Path.of("")).of("local_invoke", name -> false))
                .containsOnly(Map.entry("runtime", new SavedValue.Text("python3.12")));
    }
}
