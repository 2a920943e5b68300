package io.github.sammaven.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamConfigFileTest {

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private SamConfigFile named(String name, String environment) {
        return new SamConfigFile(folder, folder, Optional.of(name), environment, variable -> Optional.empty());
    }

    private SamConfigFile environment(String environment) {
        return new SamConfigFile(folder, folder, Optional.empty(), environment, variable -> Optional.empty());
    }

    private SamConfig read() {
        return SamConfigFile.in(folder).read();
    }

    private String stackName() {
        return read().command("deploy").text("stack_name").orElseThrow().value();
    }

    private static String config(String stack) {
        return "version = 0.1\n[default.deploy.parameters]\nstack_name = '" + stack + "'\n";
    }

    private static Map<String, String> values(CommandSettings settings, String key) {
        Map<String, String> values = new LinkedHashMap<>();
        settings.map(key).orElseThrow().value().forEach((name, setting) -> values.put(name, setting.value()));
        return values;
    }

    @Test
    void nothingIsSetWithoutAFile() {
        SamConfig config = read();
        assertThat(config.file()).isEmpty();
        assertThat(config.command("deploy").keys()).isEmpty();
    }

    @Test
    void firstOfTheKnownNamesWinsAndTheOthersAreTold() throws IOException {
        write("samconfig.yml", "version: 0.1\ndefault: {deploy: {parameters: {stack_name: yml}}}\n");
        assertThat(stackName()).isEqualTo("yml");
        write("samconfig.yaml", "version: 0.1\ndefault: {deploy: {parameters: {stack_name: yaml}}}\n");
        assertThat(stackName()).isEqualTo("yaml");
        write("samconfig.toml", config("toml"));
        assertThat(stackName()).isEqualTo("toml");
        assertThat(read().warnings())
                .map(Problem::toString)
                .containsExactly(
                        "samconfig.yaml: this file is not read, since there is samconfig.toml\n    keep one of them",
                        "samconfig.yml: this file is not read, since there is samconfig.toml\n    keep one of them");
    }

    @Test
    void anotherFileIsReadWhenItIsNamed() throws IOException {
        write("conf/prod.toml", config("prod"));
        assertThat(named("conf/prod.toml", "default").read().command("deploy").text("stack_name"))
                .contains(new Setting<>("prod", new Origin("stack_name", mark("conf/prod.toml", 3, 1))));
        String absolute = folder.resolve("conf/prod.toml").toString();
        assertThat(named(absolute, "default").read().file()).contains(Path.of(absolute));
        assertThat(named("samconfig.toml", "default").read().file()).isEmpty();
    }

    private static SourceMark mark(String file, int line, int column) {
        return new SourceMark(file, line, column);
    }

    @Test
    void anotherFileThatIsAbsentOrOfAnotherKindIsRefused() throws IOException {
        assertThatThrownBy(() -> named("other.toml", "default").read())
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageStartingWith("other.toml: there is no such configuration file");
        write("samconfig.json", "{}");
        assertThatThrownBy(() -> named("samconfig.json", "default").read())
                .hasMessageStartingWith("samconfig.json: this kind of file is not supported");
    }

    @Test
    void pipeIsReadLikeAFile() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        Process mkfifo = startOrSkip("mkfifo", pipe.toString());
        Assumptions.assumeTrue(mkfifo.waitFor() == 0, "this file system has no named pipes");
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            try {
                Files.writeString(pipe, config("piped"), StandardOpenOption.WRITE);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        assertThat(named("pipe", "default").read().command("deploy").text("stack_name"))
                .map(Setting::value)
                .contains("piped");
        writer.join();
    }

    private static Process startOrSkip(String... command) {
        try {
            return new ProcessBuilder(command).start();
        } catch (IOException absent) {
            return Assumptions.abort(command[0] + " is not installed");
        }
    }

    @Test
    void commandWinsOverGlobalWithWholeValues() throws IOException {
        write("samconfig.toml", """
                version = 0.1
                [default.global.parameters]
                stack_name = "all"
                region = "eu-central-1"
                tags = "A=1 B=2"
                [default.deploy.parameters]
                stack_name = "mine"
                tags = { C = 3 }
                [prod.deploy.parameters]
                stack_name = "prod"
                """);
        CommandSettings deploy = read().command("deploy");
        assertThat(deploy.text("stack_name")).map(Setting::value).contains("mine");
        assertThat(deploy.text("region").orElseThrow().origin()).hasToString("samconfig.toml:4:1");
        assertThat(values(deploy, "tags")).hasToString("{C=3}");
        assertThat(read().command("sync").text("stack_name"))
                .map(Setting::value)
                .contains("all");
        CommandSettings prod = environment("prod").read().command("deploy");
        assertThat(prod.text("stack_name")).map(Setting::value).contains("prod");
        assertThat(prod.text("region")).isEmpty();
    }

    @Test
    void deleteReadsItsOwnTableBeforeThatOfDeploy() throws IOException {
        write("samconfig.toml", """
                version = 0.1
                [default.deploy.parameters]
                stack_name = "deployed"
                s3_prefix = "p"
                [default.delete.parameters]
                stack_name = "deleted"
                """);
        CommandSettings delete = read().command("delete");
        assertThat(delete.text("stack_name")).map(Setting::value).contains("deleted");
        assertThat(delete.text("s3_prefix")).map(Setting::value).contains("p");
        assertThat(read().command("deploy").text("stack_name"))
                .map(Setting::value)
                .contains("deployed");
    }

    @Test
    void packageReadsWhatAGuidedDeploymentHasSaved() throws IOException {
        write("samconfig.toml", """
                version = 0.1
                [default.deploy.parameters]
                resolve_s3 = true
                s3_prefix = "orders"
                """);
        CommandSettings saved = read().command("package");
        assertThat(saved.flag("resolve_s3")).map(Setting::value).contains(true);
        assertThat(saved.text("s3_prefix")).map(Setting::value).contains("orders");
    }

    @Test
    void bucketOfPackageIsNotMixedWithThatOfDeploy() throws IOException {
        write("samconfig.toml", """
                version = 0.1
                [default.deploy.parameters]
                resolve_s3 = true
                s3_prefix = "orders"
                [default.package.parameters]
                s3_bucket = "archives"
                """);
        CommandSettings own = read().command("package");
        assertThat(own.text("s3_bucket")).map(Setting::value).contains("archives");
        assertThat(own.flag("resolve_s3")).isEmpty();
        assertThat(own.text("s3_prefix")).map(Setting::value).contains("orders");
    }

    @Test
    void valuesHaveTheTypeThatIsAskedFor() throws IOException {
        write("samconfig.toml", """
                version = 0.1
                [default.deploy.parameters]
                template = "infra/app.yaml"
                confirm_changeset = true
                force_upload = "no"
                max_wait_duration = 30
                capabilities = "CAPABILITY_IAM  CAPABILITY_NAMED_IAM"
                notification_arns = ["arn:a", "arn:b"]
                image_repositories = ["Fn=one", "Fn2=two"]
                tags = ["A=1", "B='two words'"]
                signing_profiles = "Fn=P:O"
                metadata = '{"a": "b"}'
                [default.build.parameters]
                exclude = "Fn One"
                [default.local_invoke.parameters]
                debug_port = [5858, "5859"]
                [default.sync.parameters]
                watch_exclude = { Fn = ["a", "b"], Other = "c" }
                """);
        SamConfig config = read();
        CommandSettings deploy = config.command("deploy");
        assertThat(config.warnings()).isEmpty();
        assertThat(deploy.text("template_file")).map(Setting::value).contains("infra/app.yaml");
        assertThat(deploy.flag("confirm_changeset")).map(Setting::value).contains(true);
        assertThat(deploy.flag("force_upload")).map(Setting::value).contains(false);
        assertThat(deploy.number("max_wait_duration")).map(Setting::value).contains(30);
        assertThat(deploy.list("capabilities").orElseThrow().value())
                .containsExactly("CAPABILITY_IAM", "CAPABILITY_NAMED_IAM");
        assertThat(deploy.list("notification_arns").orElseThrow().value()).containsExactly("arn:a", "arn:b");
        assertThat(values(deploy, "image_repositories")).hasToString("{Fn=one, Fn2=two}");
        assertThat(values(deploy, "tags")).hasToString("{A=1, B=two words}");
        assertThat(values(deploy, "signing_profiles")).hasToString("{Fn=P:O}");
        assertThat(values(deploy, "metadata")).hasToString("{a=b}");
        assertThat(config.command("build").list("exclude").orElseThrow().value())
                .containsExactly("Fn One");
        assertThat(config.command("local_invoke")
                        .list("debug_port")
                        .orElseThrow()
                        .value())
                .containsExactly("5858", "5859");
        assertThat(values(config.command("sync"), "watch_exclude")).hasToString("{Fn=a,b, Other=c}");
    }

    @Test
    void everyWrongTypeIsToldAtOnceWithItsPlace() throws IOException {
        write("samconfig.toml", """
                version = 0.1
                [default.deploy.parameters]
                stack_name = true
                confirm_changeset = 1
                max_wait_duration = "long"
                capabilities = { A = 1 }
                tags = 3
                [default.sync.parameters]
                watch = "perhaps"
                """);
        SamConfig config = read();
        assertThatThrownBy(() -> config.command("deploy"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("""
                        samconfig.toml:6:1: capabilities needs a text, this is a table
                            write it in quotes
                        samconfig.toml:4:1: confirm_changeset needs true or false, this is an integer
                        samconfig.toml:5:1: max_wait_duration needs a whole number, this is 'long'
                        samconfig.toml:3:1: stack_name needs a text, this is a boolean
                            write it in quotes
                        samconfig.toml:7:1: tags needs Key=Value pairs, this is an integer
                            write "Key=Value\"""");
        assertThat(config.command("validate").keys()).isEmpty();
    }

    @Test
    void pathIsBesideTheFileUnlessItIsOnlyInTheWorkingDirectory() throws IOException {
        write("infra/samconfig.toml", """
                version = 0.1
                [default.build.parameters]
                base_dir = "here"
                manifest = "there"
                cache_dir = "nowhere"
                """);
        Files.createDirectories(folder.resolve("infra/here"));
        Files.createDirectories(folder.resolve("there"));
        CommandSettings build = new SamConfigFile(
                        folder.resolve("infra"), folder, Optional.empty(), "default", name -> Optional.empty())
                .read()
                .command("build");
        assertThat(build.path("base_dir")).map(Setting::value).contains(folder.resolve("infra/here"));
        assertThat(build.path("manifest")).map(Setting::value).contains(folder.resolve("there"));
        assertThat(build.path("cache_dir")).map(Setting::value).contains(folder.resolve("infra/nowhere"));
        assertThat(build.text("base_dir").orElseThrow().origin()).hasToString("infra/samconfig.toml:3:1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "samconfig.toml | [default.deploy.parameters]             | samconfig.toml: the file has no version",
                "samconfig.toml | version = 1                             | samconfig.toml:1:1: version is a decimal number, this is an integer",
                "samconfig.toml | version = \"0.1\"                       | samconfig.toml:1:1: version is a decimal number, this is a string",
                "samconfig.yaml | version: 1                              | samconfig.yaml:1:1: version is a decimal number, this is an integer",
                "samconfig.yaml | - a                                     | samconfig.yaml:1:1: a configuration file is a table, this is a list",
                "samconfig.yaml | 'version: [0.1'                         | samconfig.yaml:1:14: broken YAML",
                "samconfig.yaml | '{version: 0.1, a: 1, a: 2}'            | samconfig.yaml:1:22: 'a' is given twice",
                "samconfig.yaml | '{version: 0.1, a: &x [*x]}'            | samconfig.yaml:1:19: this value contains itself",
                "samconfig.yaml | '{version: 0.1, ? [a] : 1}'             | samconfig.yaml:1:18: a key must be text",
                "samconfig.yaml | '{version: 0.1, a: {<<: 1}}'            | samconfig.yaml:1:26: broken YAML"
            })
    void brokenFileIsRefusedWithItsPlace(String name, String text, String expected) throws IOException {
        write(name, text);
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageStartingWith(expected);
    }

    @Test
    void allSyntaxErrorsOfTomlComeAtOnce() throws IOException {
        write("samconfig.toml", "version = 0.1\n[d\nx = = 3\n");
        assertThatThrownBy(this::read)
                .hasMessageContaining("samconfig.toml:2:3: broken TOML")
                .hasMessageContaining("samconfig.toml:3:5: broken TOML");
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws IOException {
        Files.write(folder.resolve("samconfig.toml"), new byte[] {'a', (byte) 0xff});
        assertThatThrownBy(this::read).hasMessageStartingWith("samconfig.toml: the file is not UTF-8 text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a remark\n"})
    void emptyFileSetsNothing(String text) throws IOException {
        write("samconfig.toml", text);
        assertThat(read().command("deploy").keys()).isEmpty();
        assertThat(read().warnings()).isEmpty();
    }

    @Test
    void namesThatMeanNothingAreToldWithTheNearestOne() throws IOException {
        write("samconfig.toml", """
                version = 0.1
                verison = 0.1
                [default.deploy]
                stack_name = "x"
                [default.deploy.parameters]
                stack_nmae = "x"
                template = "t.yaml"
                config_env = "prod"
                zzz = 1
                [default.deploy.paramters]
                region = "x"
                [default.depoly.parameters]
                region = "x"
                [default.global.parameters]
                regoin = "x"
                [default.local_generate_event_s3_put.parameters]
                bucket = "b"
                [prod.start_api.parameters]
                port = 1
                """);
        String warnings = environment("prdo").read().warnings().stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n"));
        assertThat(warnings).isEqualTo("""
                samconfig.toml: there is no environment 'prdo'
                    Did you mean 'prod'?
                samconfig.toml:2:1: 'verison' is ignored
                    a key belongs into [ENV.COMMAND.parameters]
                samconfig.toml:4:1: 'stack_name' of deploy is ignored
                    keys belong into [ENV.deploy.parameters]
                samconfig.toml:6:1: the command deploy has no parameter 'stack_nmae'
                    Did you mean 'stack_name'?
                samconfig.toml:8:1: 'config_env' has no effect inside the file
                    give it on the command line
                samconfig.toml:9:1: the command deploy has no parameter 'zzz'
                samconfig.toml:10:1: 'paramters' of deploy is ignored
                    Did you mean 'parameters'?
                samconfig.toml:12:1: there is no command 'depoly'
                    Did you mean 'deploy'?
                samconfig.toml:15:1: no command has a parameter 'regoin'
                    Did you mean 'region'?
                samconfig.toml:18:1: there is no command 'start_api'""");
    }

    @Test
    void absentEnvironmentIsToldUnlessItIsTheDefaultOne() throws IOException {
        write("samconfig.toml", "version = 0.1\n[prod.deploy.parameters]\n[stage.deploy.parameters]\n");
        assertThat(read().warnings()).isEmpty();
        assertThat(environment("x").read().warnings())
                .map(Problem::toString)
                .containsExactly("samconfig.toml: there is no environment 'x'\n    The file has prod, stage");
    }

    @Test
    void everyDefaultParameterOfANewProjectIsKnown() throws IOException {
        write("samconfig.toml", """
                version = 0.1
                [default.global.parameters]
                stack_name = "app"
                [default.build.parameters]
                cached = true
                parallel = true
                [default.validate.parameters]
                lint = true
                [default.deploy.parameters]
                capabilities = "CAPABILITY_IAM"
                confirm_changeset = true
                resolve_s3 = true
                resolve_image_repos = true
                [default.package.parameters]
                resolve_s3 = true
                [default.sync.parameters]
                watch = true
                [default.local_start_api.parameters]
                warm_containers = "EAGER"
                [default.local_start_lambda.parameters]
                warm_containers = "EAGER"
                """);
        SamConfig config = read();
        assertThat(config.warnings()).isEmpty();
        for (String command : List.of("build", "validate", "deploy", "package", "sync", "local_start_api")) {
            assertThat(config.command(command).text("stack_name"))
                    .map(Setting::value)
                    .contains("app");
        }
    }
}
