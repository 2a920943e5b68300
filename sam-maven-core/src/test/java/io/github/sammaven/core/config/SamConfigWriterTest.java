package io.github.sammaven.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamConfigWriterTest {

    @TempDir
    private Path folder;

    private List<Problem> save(String name, Map<String, SavedValue> values) {
        return new SamConfigWriter(folder.resolve(name), folder).save("default", "deploy", values);
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private static Map<String, SavedValue> all() {
        Map<String, SavedValue> values = new LinkedHashMap<>();
        values.put("stack_name", new SavedValue.Text("orders"));
        values.put("resolve_s3", new SavedValue.Flag(true));
        values.put("max_wait_duration", new SavedValue.Number(5));
        values.put("region", new SavedValue.Text("eu-central-1"));
        values.put("parameter_overrides", new SavedValue.Pairs(Map.of("Stage", "a \"b\" c")));
        return values;
    }

    @Test
    void fileIsMadeAsSamCliWritesIt() throws IOException {
        assertThat(save("samconfig.toml", all())).isEmpty();

        assertThat(text("samconfig.toml")).isEqualTo("""
                version = 0.1

                [default.deploy.parameters]
                stack_name = "orders"
                resolve_s3 = true
                max_wait_duration = 5
                parameter_overrides = "Stage=\\"a \\\\\\"b\\\\\\" c\\""

                [default.global.parameters]
                region = "eu-central-1"
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"samconfig.toml", "samconfig.yaml", "other.yml"})
    void whatIsSavedIsReadBack(String name) {
        save(name, all());
        SamConfigFile file =
                new SamConfigFile(folder, folder, Optional.of(name), "default", variable -> Optional.empty());
        SamConfig config = file.read();
        CommandSettings deploy = config.command("deploy");

        assertThat(config.warnings()).isEmpty();
        assertThat(deploy.text("stack_name")).map(Setting::value).contains("orders");
        assertThat(deploy.flag("resolve_s3")).map(Setting::value).contains(true);
        assertThat(deploy.number("max_wait_duration")).map(Setting::value).contains(5);
        assertThat(config.command("build").text("region")).map(Setting::value).contains("eu-central-1");
        assertThat(deploy.map("parameter_overrides")
                        .orElseThrow()
                        .value()
                        .get("Stage")
                        .value())
                .isEqualTo("a \"b\" c");
    }

    @Test
    void savingAgainChangesNothing() throws IOException {
        save("samconfig.toml", all());
        String first = text("samconfig.toml");
        save("samconfig.toml", all());

        assertThat(text("samconfig.toml")).isEqualTo(first);
    }

    @Test
    void globalValueIsNotRepeatedAndPairsAreMerged() throws IOException {
        Files.writeString(folder.resolve("samconfig.toml"), """
                version = 0.1
                [default.global.parameters]
                stack_name = "orders" # for all
                [default.deploy.parameters]
                parameter_overrides = "Stage=prod Size=3"
                """);
        save(
                "samconfig.toml",
                Map.of(
                        "stack_name", new SavedValue.Text("orders"),
                        "parameter_overrides", new SavedValue.Pairs(Map.of("Size", "4"))));

        assertThat(text("samconfig.toml")).isEqualTo("""
                version = 0.1
                [default.global.parameters]
                stack_name = "orders" # for all
                [default.deploy.parameters]
                parameter_overrides = "Stage=\\"prod\\" Size=\\"4\\""
                """);
    }

    @Test
    void pairsOfATableAreSetInTheTable() throws IOException {
        Files.writeString(folder.resolve("samconfig.yaml"), """
                version: 0.1
                default:
                  deploy:
                    parameters:
                      # where to
                      parameter_overrides: {Stage: prod}
                """);
        save("samconfig.yaml", Map.of("parameter_overrides", new SavedValue.Pairs(Map.of("Size", "4"))));

        assertThat(text("samconfig.yaml")).isEqualTo("""
                version: 0.1
                default:
                  deploy:
                    parameters:
                      # where to
                      parameter_overrides: {Stage: prod, Size: '4'}
                """);
    }

    @Test
    void whatCannotBeMergedIsLeftAndTold() throws IOException {
        String before = """
                version = 0.1
                [default.deploy.parameters]
                parameter_overrides = ["Stage=prod", "file://more.toml"]
                """;
        Files.writeString(folder.resolve("samconfig.toml"), before);

        assertThat(save("samconfig.toml", Map.of("parameter_overrides", new SavedValue.Pairs(Map.of("A", "1")))))
                .extracting(Problem::toString)
                .containsExactly("samconfig.toml:3:1: parameter_overrides is not saved: the file has it as a list or"
                        + " refers to another file\n    write it into the file by hand");
        assertThat(text("samconfig.toml")).isEqualTo(before);
    }

    @Test
    void brokenFileIsNotTouched() throws IOException {
        Files.writeString(folder.resolve("samconfig.toml"), "[default");

        assertThatThrownBy(() -> save("samconfig.toml", all())).isInstanceOf(InvalidOptionException.class);
        assertThat(text("samconfig.toml")).isEqualTo("[default");
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void givenTextsHaveTheTypesOfTheirOptions() {
        Map<String, String> texts = Map.of(
                "stack_name", "orders",
                "resolve_s3", "true",
                "max_wait_duration", "5",
                "capabilities", "CAPABILITY_IAM,CAPABILITY_AUTO_EXPAND",
                "save_params", "true");

        assertThat(GivenOptions.of(
                        "deploy",
                        key -> Optional.ofNullable(texts.get(key)),
                        key -> key.equals("tags") ? Map.of("Team", "a") : Map.of()))
                .containsOnly(
                        Map.entry("stack_name", new SavedValue.Text("orders")),
                        Map.entry("resolve_s3", new SavedValue.Flag(true)),
                        Map.entry("max_wait_duration", new SavedValue.Number(5)),
                        Map.entry("capabilities", new SavedValue.Text("CAPABILITY_IAM CAPABILITY_AUTO_EXPAND")),
                        Map.entry("tags", new SavedValue.Pairs(Map.of("Team", "a"))));
    }
}
