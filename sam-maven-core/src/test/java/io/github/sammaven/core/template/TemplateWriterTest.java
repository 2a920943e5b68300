package io.github.sammaven.core.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateWriterTest {

    private static final TemplateWriter WRITER = new TemplateWriter();

    private static MappingNode read(String text) {
        return new TemplateReader().parse(text, Path.of("t"), "t").root();
    }

    @Test
    void yamlKeepsOrderAndTagsInBlockStyle() {
        String written = """
                AWSTemplateFormatVersion: '2010-09-09'
                Transform: AWS::Serverless-2016-10-31
                Globals:
                  Function:
                    Timeout: 20
                Resources:
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: ./target
                      Role: !GetAtt Role.Arn
                      FunctionName: !Sub ${AWS::StackName}-fn
                      Description: !Sub '${A}: b'
                      Layers:
                        - !Ref Layer
                        - Fn::Sub: long
                      MemorySize: !If
                        - IsProd
                        - 1024
                        - !Ref Memory
                      UserData:
                        Fn::Base64: !Sub |
                          #!/bin/sh
                          echo ${A}
                      Statements:
                        - Effect: Allow
                          Action:
                            - s3:GetObject
                          Resource: '*'
                        - - nested
                          - list
                      Empty: {}
                      None: []
                      Nothing: null
                """;
        assertThat(WRITER.yaml(read(written))).isEqualTo(written);
    }

    @Test
    void functionsInsideTaggedFunctionsAreReadBack() {
        MappingNode nested = read("a: !Base64\n  Fn::Sub: x\n");
        MappingNode inner = MappingNode.builder(nested.mark())
                .put("Fn::Sub", nested.mark(), ScalarNode.string("x"))
                .shortTag()
                .build();
        MappingNode outer = MappingNode.builder(nested.mark())
                .put("Fn::Base64", nested.mark(), inner)
                .shortTag()
                .build();
        assertThat(WRITER.yaml(MappingNode.of("a", outer))).isEqualTo("a:\n  Fn::Base64: !Sub x\n");
        assertThat(WRITER.yaml(nested)).isEqualTo("a: !Base64\n  Fn::Sub: x\n");
    }

    @Test
    void jsonIsIndentedByTwoAndKeepsCharacters() {
        assertThat(WRITER.json(read("A: {B: [1, ü], C: {}, D: []}\nE: !GetAtt X.Y\n")))
                .isEqualTo("""
                        {
                          "A": {
                            "B": [
                              1,
                              "ü"
                            ],
                            "C": {},
                            "D": []
                          },
                          "E": {
                            "Fn::GetAtt": [
                              "X",
                              "Y"
                            ]
                          }
                        }
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "y",
                "N",
                "Yes",
                "off",
                "TRUE",
                "null",
                "~",
                "012345678901",
                "123456789012",
                "1_000",
                "0x1F",
                "0o17",
                "1e3",
                "1.5",
                ".5",
                "-.inf",
                ".NaN",
                "12:30:45",
                "190:20:30.15",
                "2010-09-09",
                "2001-12-14t21:59:43.10-05:00",
                "2001-12-14 21:59:43",
                "=",
                "<<",
                "-",
                "- a",
                "?",
                "? a",
                ":",
                "a:",
                "a: b",
                "a #b",
                "#b",
                "[a]",
                "{a}",
                "!Ref a",
                "&a",
                "*",
                "%a",
                "@a",
                "`a`",
                "---",
                "...",
                "'",
                "\"",
                " a",
                "a ",
                "\ta",
                "\r\n",
                "\u0000",
                "\u2028",
                "\ufeff"
            })
    void textThatAReaderCouldMistakeIsQuoted(String text) {
        MappingNode tree = MappingNode.of(text, ScalarNode.string(text));
        String yaml = WRITER.yaml(tree);
        assertThat(yaml).startsWith(yaml.startsWith("\"") ? "\"" : "'");
        assertThat(read(yaml)).isEqualTo(tree);
        assertThat(read(WRITER.json(tree))).isEqualTo(tree);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "AWS::Serverless::Function",
                "arn:aws:s3:::b",
                "./src",
                "../a",
                "a#b",
                "a, b",
                "${A}-b",
                "/x/{id}",
                "größe",
                "hello world",
                "com.example.App::handle",
                "it's",
                "a*b",
                "10 minutes",
                "/"
            })
    void harmlessTextStaysPlain(String text) {
        assertThat(WRITER.yaml(MappingNode.of("k", ScalarNode.string(text)))).isEqualTo("k: " + text + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'a\\nb', '|-\\n  a\\n  b\\n'",
        "'a\\nb\\n', '|\\n  a\\n  b\\n'",
        "'a\\n\\n', '|+\\n  a\\n\\n'",
        "' a\\nb', '|2-\\n   a\\n  b\\n'",
        "'\\na', '|2-\\n\\n  a\\n'",
        "'a\\n \\tb \\n', '|\\n  a\\n   \\tb \\n'",
        "'a\\n ', '\"a\\\\n \"\\n'",
        "'\\n', '\"\\\\n\"\\n'"
    })
    void linesAreWrittenAsABlockWhereTheyComeBack(String text, String expected) {
        MappingNode tree = MappingNode.of("k", ScalarNode.string(text.translateEscapes()));
        assertThat(WRITER.yaml(tree)).isEqualTo("k: " + expected.translateEscapes());
        assertThat(read(WRITER.yaml(tree))).isEqualTo(tree);
    }

    @Test
    void numbersComeBackAsTheyWere() {
        MappingNode tree = read("{\"a\": [1e5, 1E-7, -0, 0.10, 12345678901234567890, 1.5e300, -2.0]}");
        assertThat(read(WRITER.yaml(tree))).isEqualTo(tree);
        assertThat(read(WRITER.json(tree))).isEqualTo(tree);
        MappingNode typed = read("a: !!float 3\n");
        assertThat(read(WRITER.yaml(typed))).isEqualTo(typed);
    }

    @Test
    void emptyTreeIsReadBack() {
        assertThat(read(WRITER.yaml(read("{}")))).isEqualTo(read("{}"));
        assertThat(WRITER.json(read("{}"))).isEqualTo("{}\n");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomTreesComeBackFromYamlAndJson(long seed) {
        RandomTree trees = new RandomTree(seed);
        for (int i = 0; i < 400; i++) {
            MappingNode tree = trees.root();
            String yaml = WRITER.yaml(tree);
            assertThat(read(yaml)).as("seed %d, tree %d:%n%s", seed, i, yaml).isEqualTo(tree);
            assertThat(WRITER.yaml(read(yaml))).as("seed %d, tree %d", seed, i).isEqualTo(yaml);
            assertThat(read(WRITER.json(tree))).as("seed %d, tree %d", seed, i).isEqualTo(tree);
        }
    }

    /** Over folders of real templates, {@code -Dconformance.templates=DIR1:DIR2}. */
    @Test
    void realTemplatesComeBackFromYamlAndJson() throws IOException {
        String folders = System.getProperty("conformance.templates", "");
        assumeTrue(!folders.isEmpty(), "no folder of templates is given with -Dconformance.templates");
        List<Path> files = new ArrayList<>();
        for (String folder : folders.split(File.pathSeparator)) {
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                all.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            MappingNode tree = new TemplateReader().read(file, file.toString()).root();
            assertThat(read(WRITER.yaml(tree))).as("%s", file).isEqualTo(tree);
            assertThat(read(WRITER.json(tree))).as("%s", file).isEqualTo(tree);
        }
    }
}
