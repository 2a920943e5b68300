package io.github.sammaven.core.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackTreeTest {

    private static final String LEAF = """
            Parameters:
              Stage: {Type: String, Default: leaf}
              Zones: {Type: CommaDelimitedList, Default: none}
              Other: {Type: String, Default: other}
            Resources:
              Topic: {Type: AWS::SNS::Topic}
            """;

    @TempDir
    private Path folder;

    private StackFiles files;

    @BeforeEach
    void folder() {
        files = new StackFiles(folder);
    }

    private static String child(String location) {
        return "Resources:\n  Child:\n    Type: AWS::Serverless::Application\n    Properties: {Location: " + location
                + "}\n";
    }

    private static List<String> paths(StackTree tree) {
        return tree.stacks().stream().map(Stack::path).toList();
    }

    private static Optional<String> parameter(StackTree tree, String path, String name) {
        return tree.stack(path)
                .orElseThrow()
                .resolver()
                .resolve(Intrinsic.ref(name))
                .value()
                .asText();
    }

    @Test
    void rootComesFirstThenLevelByLevel() throws IOException {
        files.write("template.yaml", """
                Resources:
                  A: {Type: AWS::Serverless::Application, Properties: {Location: a/template.yaml}}
                  B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: leaf.yaml}}
                """)
                .write("a/template.yaml", child("../leaf.yaml"))
                .write("leaf.yaml", LEAF);
        StackTree tree = files.tree();
        assertThat(paths(tree)).containsExactly("", "A", "B", "A/Child");
        assertThat(tree.root().path()).isEmpty();
        assertThat(tree.parent(tree.stack("A/Child").orElseThrow()).map(Stack::path))
                .contains("A");
        assertThat(tree.parent(tree.root())).isEmpty();
        assertThat(tree.problems()).isEmpty();
        assertThat(tree.complete()).isSameAs(tree);
        assertThat(tree.stack("A/Child").orElseThrow().idOf("Topic")).isEqualTo("A/Child/Topic");
    }

    @ParameterizedTest
    @CsvSource({"child/t.yaml", "./child/t.yaml", "file://child/t.yaml", "ABSOLUTE", "file://ABSOLUTE"})
    void localLocationsAreRead(String location) throws IOException {
        String written =
                location.replace("ABSOLUTE", folder.resolve("child/t.yaml").toString());
        files.write("template.yaml", child("'" + written + "'")).write("child/t.yaml", LEAF);
        StackTree tree = files.tree();
        assertThat(paths(tree)).containsExactly("", "Child");
        assertThat(tree.files())
                .containsExactlyInAnyOrder(folder.resolve("template.yaml"), folder.resolve("child/t.yaml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3://bucket/t.yaml | s3://bucket/t.yaml",
                "https://bucket.s3.amazonaws.com/t.yaml | https://bucket.s3.amazonaws.com/t.yaml",
                "{ApplicationId: 'arn:app', SemanticVersion: 1.0.0} | arn:app",
                "!GetAtt Bucket.Nothing | !GetAtt Bucket.Nothing"
            })
    void templatesElsewhereAreRemembered(String location, String shown) throws IOException {
        files.write("template.yaml", child(location) + "  Bucket: {Type: AWS::S3::Bucket}\n");
        StackTree tree = files.tree();
        assertThat(paths(tree)).containsExactly("");
        assertThat(tree.remote()).singleElement().satisfies(remote -> {
            assertThat(remote.path()).isEqualTo("Child");
            assertThat(remote.location()).isEqualTo(shown);
            assertThat(remote.mark()).hasToString("template.yaml:4:18");
        });
        assertThat(tree.problems()).isEmpty();
    }

    @Test
    void missingTemplateIsAProblemAtItsLocation() throws IOException {
        files.write("template.yaml", child("child/gone.yaml"));
        StackTree tree = files.tree();
        assertThat(tree.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isTrue();
            assertThat(problem.mark()).hasToString("template.yaml:4:18");
            assertThat(problem.message())
                    .isEqualTo("the nested stack Child has no template: Location refers to a file that does not exist:"
                            + " child/gone.yaml");
        });
        assertThat(tree.files()).contains(folder.resolve("child/gone.yaml"));
        assertThatThrownBy(tree::complete)
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("child/gone.yaml");
    }

    @Test
    void brokenTemplateIsNamedFromTheRoot() throws IOException {
        files.write("template.yaml", child("child/t.yaml")).write("child/t.yaml", "Resources: [\n");
        assertThat(files.tree().problems())
                .singleElement()
                .asString()
                .startsWith(Path.of("child", "t.yaml").toString());
    }

    @Test
    void stackInsideItselfIsAProblem() throws IOException {
        files.write("template.yaml", child("child/t.yaml")).write("child/t.yaml", child("../link.yaml"));
        Files.createSymbolicLink(folder.resolve("link.yaml"), folder.resolve("template.yaml"));
        StackTree tree = files.tree();
        assertThat(paths(tree)).containsExactly("", "Child");
        assertThat(tree.problems())
                .singleElement()
                .asString()
                .contains("t.yaml:4:18: the nested stack Child/Child is nested in itself, by ../link.yaml");
    }

    @Test
    void sameTemplateMayBeNestedTwice() throws IOException {
        files.write("template.yaml", """
                Resources:
                  A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: leaf.yaml, Parameters: {Stage: a}}}
                  B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: leaf.yaml, Parameters: {Stage: b}}}
                """).write("leaf.yaml", LEAF);
        StackTree tree = files.tree();
        assertThat(parameter(tree, "A", "Stage")).contains("a");
        assertThat(parameter(tree, "B", "Stage")).contains("b");
        assertThat(tree.problems()).isEmpty();
    }

    @Test
    void stacksThatMultiplyAreCutOff() throws IOException {
        StringBuilder ten = new StringBuilder("Resources:\n");
        for (int i = 0; i < 10; i++) {
            ten.append("  S")
                    .append(i)
                    .append(": {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: NEXT}}\n");
        }
        files.write("template.yaml", ten.toString().replace("NEXT", "0.yaml"));
        for (int level = 0; level < 8; level++) {
            files.write(level + ".yaml", ten.toString().replace("NEXT", (level + 1) + ".yaml"));
        }
        files.write("8.yaml", LEAF);
        StackTree tree = files.tree();
        assertThat(tree.stacks()).hasSize(2500);
        assertThat(tree.problems()).extracting(Problem::message).allMatch(text -> text.contains("more than 2500"));
    }

    @Test
    void parametersComeFromTheStackAround() throws IOException {
        files.write("template.yaml", """
                Parameters:
                  Env: {Type: String, Default: dev}
                  Stage: {Type: String, Default: root}
                Resources:
                  Child:
                    Type: AWS::CloudFormation::Stack
                    Properties:
                      TemplateURL: leaf.yaml
                      Parameters: {Stage: !Sub "${Env}-${AWS::Region}", Zones: [a, b], Other: !Ref AWS::NoValue}
                """).write("leaf.yaml", LEAF);
        StackTree tree = files.tree(Map.of("Env", "prod", "Other", "not inherited"));
        assertThat(parameter(tree, "Child", "Stage")).contains("prod-eu-west-1");
        assertThat(parameter(tree, "Child", "Other")).contains("other");
        assertThat(parameter(tree, "Child", "AWS::Region")).contains("eu-west-1");
        Node zones = tree.stack("Child")
                .orElseThrow()
                .resolver()
                .resolve(Intrinsic.ref("Zones"))
                .value();
        assertThat(zones.asSequence().orElseThrow().items())
                .extracting(item -> item.asText().orElseThrow())
                .containsExactly("a", "b");
    }

    @Test
    void valueOnlyAwsKnowsStaysUnknownAndIsNotTheDefault() throws IOException {
        files.write("template.yaml", """
                Resources:
                  Table: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: leaf.yaml}}
                  Child:
                    Type: AWS::CloudFormation::Stack
                    Properties: {TemplateURL: leaf.yaml, Parameters: {Stage: !GetAtt Table.Outputs.Name}}
                """).write("leaf.yaml", LEAF);
        StackTree tree = files.tree();
        Resolution stage = tree.stack("Child").orElseThrow().resolver().resolve(Intrinsic.ref("Stage"));
        assertThat(stage.value()).isEqualTo(Intrinsic.ref("Stage"));
        assertThat(stage.errors()).isEmpty();
        assertThat(stage.unknown())
                .singleElement()
                .extracting(unknown -> unknown.reason())
                .asString()
                .contains("!GetAtt Table.Outputs.Name", "an output of the nested stack Table");
        assertThat(tree.problems()).isEmpty();
    }

    @Test
    void stackWithAFalseConditionIsNotWantedNorAreItsOwn() throws IOException {
        files.write("template.yaml", """
                Conditions: {Never: !Equals [a, b]}
                Resources:
                  Off:
                    Type: AWS::CloudFormation::Stack
                    Condition: Never
                    Properties: {TemplateURL: child.yaml}
                  Lost:
                    Type: AWS::CloudFormation::Stack
                    Condition: Never
                    Properties: {TemplateURL: gone.yaml}
                """)
                .write("child.yaml", child("leaf.yaml"))
                .write("leaf.yaml", LEAF);
        StackTree tree = files.tree();
        assertThat(tree.stacks()).extracting(Stack::wanted).containsExactly(true, false, false);
        assertThat(tree.problems()).singleElement().extracting(Problem::isError).isEqualTo(false);
    }

    @Test
    void idThatIsNoNameOfAFolderIsAProblem() throws IOException {
        files.write("template.yaml", child("leaf.yaml").replace("Child", "../Child"))
                .write("leaf.yaml", LEAF);
        StackTree tree = files.tree();
        assertThat(paths(tree)).containsExactly("");
        assertThat(tree.problems()).singleElement().asString().contains("../Child is no logical id");
    }

    @Test
    void rootAloneReadsNoOtherFile() throws IOException {
        files.write("template.yaml", child("gone.yaml"));
        Stack root = files.tree().root();
        StackTree alone = StackTree.ofRoot(root.template(), root.resolver());
        assertThat(paths(alone)).containsExactly("");
        assertThat(alone.problems()).isEmpty();
    }
}
