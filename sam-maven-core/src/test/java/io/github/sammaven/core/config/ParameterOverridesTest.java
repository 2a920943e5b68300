package io.github.sammaven.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterOverridesTest {

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Map<String, String> toml(String overrides) throws IOException {
        write("samconfig.toml", "version = 0.1\n[default.deploy.parameters]\n" + overrides + "\n");
        return overrides(SamConfigFile.in(folder));
    }

    private static Map<String, String> overrides(SamConfigFile file) {
        return values(file.read()
                .command("deploy")
                .map("parameter_overrides")
                .orElseThrow()
                .value());
    }

    private static Map<String, String> values(Map<String, Setting<String>> pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        pairs.forEach((name, setting) -> values.put(name, setting.value()));
        return values;
    }

    @Test
    void everyValueHasItsOwnPlace() throws IOException {
        write("more.yaml", "Size: 3\nOther: x\n");
        write("samconfig.toml", """
                version = 0.1
                [default.deploy.parameters]
                parameter_overrides = [
                  "Stage=dev Name=n",
                  { Level = 2, "$include" = "file://more.yaml" },
                ]
                """);
        Map<String, Setting<String>> pairs = SamConfigFile.in(folder)
                .read()
                .command("deploy")
                .map("parameter_overrides")
                .orElseThrow()
                .value();

        Map<String, String> places = new LinkedHashMap<>();
        pairs.forEach((name, setting) -> places.put(name, setting.origin().toString()));
        assertThat(places)
                .containsExactly(
                        Map.entry("Stage", "samconfig.toml:4:3"),
                        Map.entry("Name", "samconfig.toml:4:3"),
                        Map.entry("Level", "samconfig.toml:5:5"),
                        Map.entry("Size", "more.yaml:1:1"),
                        Map.entry("Other", "more.yaml:2:1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "parameter_overrides = \"A=1 B=2\"                        | {A=1, B=2}",
                "parameter_overrides = [\"A=1\", \"B='two words' C=3\"]   | {A=1, B=two words, C=3}",
                "parameter_overrides = { A = \"x y\", B = 3, C = 1.50 }   | {A=x y, B=3, C=1.5}",
                "parameter_overrides = { A = true, B = false }            | {A=true, B=false}",
                "parameter_overrides = { A = [\" x \", \"\", 2, true] }   | {A=x,2,true}",
                "parameter_overrides = [\"A=1\", {A=2,B=3}, [[\"B=4\"]]]  | {A=2, B=4}",
                "parameter_overrides = { Day = 2026-01-02 }               | {Day=2026-01-02}",
                "parameter_overrides = { Big = 1e12 }                     | {Big=1000000000000}",
                "parameter_overrides = \"\"                               | {}"
            })
    void everyFormIsFlattened(String overrides, String expected) throws IOException {
        assertThat(toml(overrides)).hasToString(expected);
    }

    @Test
    void subTableIsATable() throws IOException {
        assertThat(toml("stack_name = 's'\n[default.deploy.parameters.parameter_overrides]\nA = 1"))
                .hasToString("{A=1}");
    }

    @Test
    void yamlNullIsEmptyAndYamlWordsStayText() throws IOException {
        write("samconfig.yaml", """
                version: 0.1
                shared: &shared {Stage: dev, Size: 1}
                default:
                  deploy:
                    parameters:
                      parameter_overrides:
                        <<: *shared
                        Size: 2
                        Gone:
                        Flag: True
                        Word: off
                        Account: 012345678901
                """);
        assertThat(overrides(SamConfigFile.in(folder)))
                .hasToString("{Size=2, Gone=, Flag=true, Word=off, Account=012345678901, Stage=dev}");
    }

    @Test
    void filesAreReadWhereTheyAreNamed() throws IOException {
        write("params/base.yaml", "- A=base\n- {B: base, \"$include\": \"file://more/c.toml\"}\n");
        write("params/more/c.toml", "C = 'c'\nD = 'c'\n\"$include\" = ['file://d.yml']\n");
        write("params/more/d.yml", "\"D=d E='two words'\"");
        assertThat(toml("parameter_overrides = ['file://params/base.yaml', 'A=own']"))
                .hasToString("{A=own, B=base, C=c, D=d, E=two words}");
    }

    @Test
    void textFromOutsideMayNameAFileToo() throws IOException {
        write("p.toml", "A = 1");
        assertThat(values(new MapReader(folder).read("parameter_overrides", "file://p.toml", Origin.of("x"))))
                .hasToString("{A=1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "parameter_overrides = 'file://no.toml'      | samconfig.toml:3:1: parameter_overrides names the file no.toml, which does not exist",
                "parameter_overrides = ['file://p.json']     | p.json: this kind of file is not supported",
                "parameter_overrides = 'file://a.toml'       | b.yaml:1:1: parameter_overrides includes a file in itself: a.toml -> b.yaml -> a.toml",
                "parameter_overrides = { '$include' = 'x' }  | samconfig.toml:3:25: parameter_overrides has an $include that names no file",
                "parameter_overrides = { A = { B = 1 } }     | samconfig.toml:3:25: parameter_overrides has a table as the value of A",
                "parameter_overrides = 3                     | samconfig.toml:3:1: parameter_overrides needs Key=Value pairs, this is an integer",
                "parameter_overrides = ['A=1', 'word']       | samconfig.toml:3:31: parameter_overrides does not start with a pair",
                "parameter_overrides = 'file://broken.toml'  | broken.toml:1:5: broken TOML"
            })
    void wrongOverridesAreRefusedWithTheirPlace(String overrides, String expected) throws IOException {
        write("p.json", "{}");
        write("a.toml", "'$include' = 'file://b.yaml'");
        write("b.yaml", "file://a.toml");
        write("broken.toml", "A = = 1");
        assertThatThrownBy(() -> toml(overrides))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageStartingWith(expected);
    }

    @Test
    void variablesAreValuesAndNeverSplitThem() throws IOException {
        write("samconfig.toml", """
                version = 0.1
                [default.deploy.parameters]
                parameter_overrides = ["A=${words} B=$${words} C=${unknown}", "${pairs}", {D = "${words}"}]
                """);
        Map<String, String> variables = Map.of("words", "two words", "pairs", "E=1 F=2");
        SamConfigFile file = new SamConfigFile(
                folder,
                folder,
                Optional.empty(),
                SamConfigFile.DEFAULT_ENVIRONMENT,
                name -> Optional.ofNullable(variables.get(name)));
        assertThat(overrides(file)).hasToString("{A=two words, B=${words}, C=${unknown}, E=1, F=2, D=two words}");
    }
}
