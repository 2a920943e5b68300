package io.github.sammaven.core.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidTemplateException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SourcePreservingWriterTest {

    private static final MappingNode LOCATION =
            MappingNode.builder().put("Bucket", "b").put("Key", "k").build();

    private static final String TEMPLATE = """
            # What this is
            AWSTemplateFormatVersion: "2010-09-09"
            Transform: 'AWS::Serverless-2016-10-31'   # SAM

            Resources:

              # takes orders
              Orders:
                Type: AWS::Serverless::Function   # a function
                Properties:
                  CodeUri:   ./orders      # local code
                  Handler: "com.example.Orders::handle" # quoted
                  MemorySize: 0512
                  Role: !GetAtt   Role.Arn # the role
                  Description: !Sub "${AWS::StackName} orders"
                  Layers: [ !Ref A , !Ref "B" ] # layers
                  Environment:
                    Variables: {A: 1, 'B': "2"}
                  Policies:
                  - Statement:
                    - Effect: Allow
                      # all of it
                      Action: '*'
                  # reads
                  - AWSLambdaExecute
                  InlineCode: |
                    a
                      b

              Audit:
                Type: AWS::Serverless::Function
                Properties: {}
            # the end
            """;

    private static MappingNode read(String text) {
        return new TemplateReader().parse(text, Path.of("t"), "t").root();
    }

    private static Node text(String value) {
        return ScalarNode.string(value);
    }

    private static String edited(String source, UnaryOperator<MappingNode> edit) {
        MappingNode wanted = edit.apply(read(source));
        String result = new SourcePreservingWriter().write(source, wanted);
        assertThat(read(result)).as(result).isEqualTo(wanted);
        return result;
    }

    private static String set(String source, String path, Node value) {
        return edited(source, root -> TreeEdit.set(root, path, value));
    }

    private static String removed(String source, String path) {
        return edited(source, root -> TreeEdit.remove(root, path));
    }

    private static void templateBecomes(String result, String old, String changed) {
        assertThat(TEMPLATE).contains(old);
        assertThat(result).isEqualTo(TEMPLATE.replace(old, changed));
    }

    @Test
    void sourceComesBackWhereNothingChanged() {
        String odd = "\uFEFF---\r\na:    {x : 1,}\t# c\r\n\r\n'b': &q  \"\\x41\"\r\n...\r\n";
        assertThat(edited(odd, root -> root)).isEqualTo(odd);
    }

    @Test
    void textKeepsItsPlaceQuotesAndComment() {
        String at = "Resources/Orders/Properties/";
        templateBecomes(set(TEMPLATE, at + "CodeUri", text("s3://b/k")), "./orders  ", "s3://b/k  ");
        templateBecomes(set(TEMPLATE, at + "Handler", text("X::y")), "\"com.example.Orders::handle\"", "\"X::y\"");
        templateBecomes(set(TEMPLATE, "Transform", text("it's")), "'AWS::Serverless-2016-10-31'", "'it''s'");
        templateBecomes(set(TEMPLATE, at + "MemorySize", ScalarNode.integer(1024)), "0512", "1024");
        templateBecomes(
                set(TEMPLATE, at + "Description", Intrinsic.sub("x")),
                "!Sub \"${AWS::StackName} orders\"",
                "!Sub \"x\"");
        templateBecomes(set(TEMPLATE, at + "Role", Intrinsic.getAtt("Other", "Arn")), "  Role.Arn", "Other.Arn");
    }

    @Test
    void mappingInThePlaceOfTextIsABlockBelowTheKeysComment() {
        templateBecomes(
                set(TEMPLATE, "Resources/Orders/Properties/CodeUri", LOCATION),
                "CodeUri:   ./orders      # local code\n",
                "CodeUri:      # local code\n        Bucket: b\n        Key: k\n");
        templateBecomes(
                set(TEMPLATE, "Resources/Audit/Properties", LOCATION),
                "Properties: {}\n",
                "Properties:\n      Bucket: b\n      Key: k\n");
    }

    @Test
    void textInThePlaceOfABlockStandsBehindTheKey() {
        templateBecomes(
                set(TEMPLATE, "Resources/Orders/Properties/Environment", text("none")),
                "Environment:\n        Variables: {A: 1, 'B': \"2\"}\n",
                "Environment: none\n");
        templateBecomes(set(TEMPLATE, "Resources/Orders/Properties/Policies/0", text("none")), """
                      - Statement:
                        - Effect: Allow
                          # all of it
                          Action: '*'
                """, "      - none\n");
    }

    @Test
    void textOfSeveralLinesBecomesABlockBehindTheKey() {
        templateBecomes(
                set(TEMPLATE, "Resources/Orders/Properties/CodeUri", text("a\nb\n")),
                "CodeUri:   ./orders      # local code\n",
                "CodeUri: |      # local code\n        a\n        b\n");
        templateBecomes(
                set(TEMPLATE, "Resources/Orders/Properties/InlineCode", text("one")),
                "|\n        a\n          b\n",
                "one\n");
    }

    @Test
    void newKeyComesAtTheEndOfItsMapping() {
        templateBecomes(
                set(TEMPLATE, "Resources/Orders/Properties/Timeout", ScalarNode.integer(3)),
                "          b\n",
                "          b\n      Timeout: 3\n");
        templateBecomes(
                set(TEMPLATE, "Resources/Orders/Properties/Environment/Variables/C", text("3")),
                "{A: 1, 'B': \"2\"}",
                "{A: 1, 'B': \"2\", C: '3'}");
        templateBecomes(
                set(TEMPLATE, "Outputs", LOCATION),
                "    Properties: {}\n",
                "    Properties: {}\nOutputs:\n  Bucket: b\n  Key: k\n");
    }

    @Test
    void removedKeyGoesWithItsLinesAndComment() {
        templateBecomes(
                removed(TEMPLATE, "Resources/Orders/Properties/CodeUri"),
                "      CodeUri:   ./orders      # local code\n",
                "");
        templateBecomes(
                removed(TEMPLATE, "Resources/Orders/Properties/InlineCode"),
                "      InlineCode: |\n        a\n          b\n",
                "");
        templateBecomes(removed(TEMPLATE, "Resources/Orders/Properties/Environment/Variables/A"), "{A: 1, 'B'", "{'B'");
        templateBecomes(removed(TEMPLATE, "Resources/Orders/Properties/Environment/Variables/B"), ", 'B': \"2\"}", "}");
        templateBecomes(
                removed(TEMPLATE, "Resources/Orders/Properties/Policies/0/Statement/0/Effect"),
                "    - Effect: Allow\n          # all",
                "    -\n          # all");
    }

    @Test
    void itemsComeAndGoInPlace() {
        String at = "Resources/Orders/Properties/";
        templateBecomes(set(TEMPLATE, at + "Layers/2", text("C")), "!Ref \"B\" ]", "!Ref \"B\", C ]");
        templateBecomes(removed(TEMPLATE, at + "Layers/0"), "[ !Ref A , !Ref", "[ !Ref");
        templateBecomes(
                set(TEMPLATE, at + "Policies/2", LOCATION),
                "- AWSLambdaExecute\n",
                "- AWSLambdaExecute\n      - Bucket: b\n        Key: k\n");
        templateBecomes(
                edited(TEMPLATE, root -> TreeEdit.insert(root, at + "Policies", 0, text("First"))),
                "- Statement:\n",
                "- First\n      - Statement:\n");
        templateBecomes(removed(TEMPLATE, at + "Policies/1"), "      - AWSLambdaExecute\n", "");
    }

    @Test
    void indentationOfTheDocumentIsFollowed() {
        String source = "A:\n    B:\n        - C: 1\n    D: x\n";
        Node nested = MappingNode.of("K", SequenceNode.of(LOCATION, text("a\nb")));
        assertThat(set(source, "A/D", nested)).isEqualTo("""
                A:
                    B:
                        - C: 1
                    D:
                        K:
                            - Bucket: b
                              Key: k
                            - |-
                                a
                                b
                """);
    }

    @Test
    void lineEndsOfTheDocumentAreFollowed() {
        String source = "\uFEFFA:\r\n  B: 1 # one\r\n  C: 2\r\n";
        assertThat(set(source, "A/B", LOCATION))
                .isEqualTo("\uFEFFA:\r\n  B: # one\r\n    Bucket: b\r\n    Key: k\r\n  C: 2\r\n");
        assertThat(set("A:\n  B: 1", "A/C", text("x"))).isEqualTo("A:\n  B: 1\n  C: x");
        assertThat(set("---\nA: 1 # a\n...\n", "B", text("x"))).isEqualTo("---\nA: 1 # a\nB: x\n...\n");
    }

    @Test
    void otherUsesOfAnAnchorKeepTheirValue() {
        String source = """
                A: &a {X: 1, W: 2} # shared
                B: *a # alias
                C:
                  <<: *a
                  Z: 3 # own
                """;
        assertThat(set(source, "A/X", text("new"))).isEqualTo("""
                A: &a {X: new, W: 2} # shared
                B: # alias
                  X: 1
                  W: 2
                C:
                  <<: *a
                  Z: 3 # own
                  X: 1
                """);
        assertThat(set(source, "B/X", text("new")))
                .isEqualTo(source.replace("B: *a # alias\n", "B: # alias\n  X: new\n  W: 2\n"));
        assertThat(set(source, "C/X", text("new"))).isEqualTo(source + "  X: new\n");
        assertThat(removed(source, "C/X")).startsWith("A: &a {X: 1, W: 2} # shared\nB: *a # alias\nC:\n  W: 2\n");
        assertThat(set(source, "A", text("new"))).startsWith("A: &a new # shared\nB: # alias\n  X: 1\n");
    }

    @Test
    void sameChangeAtAnchorAndAliasIsWrittenOnce() {
        String source = "A: &a {X: 1} # shared\nB: *a # alias\n";
        assertThat(edited(source, root -> TreeEdit.set(TreeEdit.set(root, "A/X", text("new")), "B/X", text("new"))))
                .isEqualTo("A: &a {X: new} # shared\nB: *a # alias\n");
    }

    @Test
    void flowCollectionsOverSeveralLinesChangeByLine() {
        String source = """
                A: [
                  one, # 1
                  two, # 2
                  three # 3
                ]
                """;
        assertThat(set(source, "A/1", text("2nd"))).isEqualTo(source.replace("two", "2nd"));
        assertThat(removed(source, "A/1")).isEqualTo(source.replace("  two, # 2\n", ""));
        assertThat(removed(source, "A/2")).isEqualTo("A: [\n  one, # 1\n  two # 2\n]\n");
        assertThat(set(source, "A/3", text("4"))).isEqualTo(source.replace("three # 3\n", "three, # 3\n  '4'\n"));
        assertThat(edited(source, root -> TreeEdit.insert(root, "A", 1, text("x"))))
                .isEqualTo(source.replace("# 1\n", "# 1\n  x,\n"));
    }

    @Test
    void jsonKeepsItsLayout() {
        String source = "{\n\t\"A\": { \"X\": 1 },\n\t\"B\": [\n\t\t\"ü\\u0041\",\n\t\t2\n\t]\n}";
        assertThat(set(source, "A/X", text("new"))).isEqualTo(source.replace("1 }", "\"new\" }"));
        assertThat(set(source, "A/W", LOCATION))
                .isEqualTo(source.replace("1 }", "1, \"W\": {\"Bucket\": \"b\", \"Key\": \"k\"} }"));
        assertThat(set(source, "B/1", LOCATION))
                .isEqualTo(source.replace("\t2", "\t{\n\t\t\t\"Bucket\": \"b\",\n\t\t\t\"Key\": \"k\"\n\t\t}"));
        assertThat(set(source, "C", text("new"))).isEqualTo(source.replace("\t]\n}", "\t],\n\t\"C\": \"new\"\n}"));
        assertThat(removed(source, "B")).isEqualTo("{\n\t\"A\": { \"X\": 1 }\n}");
        assertThat(removed(source, "B/1")).isEqualTo(source.replace(",\n\t\t2", ""));
    }

    @Test
    void compactJsonStaysCompact() {
        String source = "{\"A\":{\"X\":1,\"W\":[]},\"B\":2}";
        assertThat(set(source, "A/Z", LOCATION))
                .isEqualTo("{\"A\":{\"X\":1,\"W\":[],\"Z\":{\"Bucket\":\"b\",\"Key\":\"k\"}},\"B\":2}");
        assertThat(set(source, "A/W", SequenceNode.ofTexts("a", "b")))
                .isEqualTo("{\"A\":{\"X\":1,\"W\":[\"a\",\"b\"]},\"B\":2}");
        assertThat(removed(source, "A/X")).isEqualTo("{\"A\":{\"W\":[]},\"B\":2}");
        assertThat(removed(source, "B")).isEqualTo("{\"A\":{\"X\":1,\"W\":[]}}");
    }

    @Test
    void emptyValuesTakeNewOnes() {
        assertThat(set("A:\nB: # none\nC:\n  -\n", "A", text("x"))).isEqualTo("A: x\nB: # none\nC:\n  -\n");
        assertThat(set("A:\nB: # none\n", "B", LOCATION)).isEqualTo("A:\nB: # none\n  Bucket: b\n  Key: k\n");
        assertThat(set("A:\n  - # none\n  - 1\n", "A/0", text("x"))).isEqualTo("A:\n  - x # none\n  - 1\n");
        assertThat(set("A: {x: , w: 1}\n", "A/x", text("new"))).isEqualTo("A: {x: new , w: 1}\n");
    }

    @Test
    void unusualMappingIsWrittenAnewAndTheRestIsNot() {
        String source = "# head\nA:\n  ? x\n  : 1 # one\n  w: 2\nB: {k} # b\n";
        assertThat(set(source, "A/w", text("new"))).isEqualTo("# head\nA:\n  x: 1\n  w: new\nB: {k} # b\n");
        assertThat(set(source, "B/k", text("new")))
                .isEqualTo("# head\nA:\n  ? x\n  : 1 # one\n  w: 2\nB: # b\n  k: new\n");
    }

    @Test
    void mappingWithoutBracesInAListIsWrittenAnew() {
        assertThat(set("A: {L: [x: 1, w]} # a\n", "A/L/0/x", text("new"))).isEqualTo("A: {L: [{x: new}, w]} # a\n");
    }

    @Test
    void wideDashesAreNoTrap() {
        String source = "A:\n  -   x: 1 # one\n      w: 2\n  -   3\n";
        assertThat(set(source, "A/0", SequenceNode.of(text("a"), text("b"))))
                .isEqualTo("A:\n  - - a\n    - b\n  -   3\n");
        assertThat(set(source, "A/0/z", text("new"))).isEqualTo(source.replace("w: 2\n", "w: 2\n      z: new\n"));
        assertThat(set(source, "A/1", text("new"))).isEqualTo(source.replace("3", "new"));
    }

    @Test
    void lastOfEqualKeysCounts() {
        String source = "A:\n  x: 1\n  w: 2\n  x: 3 # last\n";
        assertThat(set(source, "A/x", text("new"))).isEqualTo(source.replace("3", "new"));
        assertThat(removed(source, "A/x")).isEqualTo("A:\n  w: 2\n");
        assertThat(set("{\"x\": 1, \"x\": 2}", "x", text("new"))).isEqualTo("{\"x\": 1, \"x\": \"new\"}");
    }

    @Test
    void linesAreQuotedWhereBlankOnesThatFollowWouldJoinThem() {
        String source = "A:\n  x: 1\n        \nB: 2\n";
        assertThat(set(source, "A/w", text("a\nb"))).isEqualTo("A:\n  x: 1\n  w: \"a\\nb\"\n        \nB: 2\n");
    }

    @Test
    void largeDocumentIsChangedInPlace() {
        StringBuilder source = new StringBuilder("Resources:\n");
        for (int i = 0; i < 20_000; i++) {
            source.append("  R").append(i).append(":\n    Type: A # kept\n    List: [a, {b: c}]\n");
        }
        String large = source.toString();
        assertThat(set(large, "Resources/R19999/Type", text("new")))
                .isEqualTo(large.substring(0, large.lastIndexOf("A # kept")) + "new # kept\n    List: [a, {b: c}]\n");
    }

    @Test
    void whollyOtherTreeIsWrittenPlainly() {
        assertThat(edited("# c\nA: 1\n", root -> MappingNode.of("B", text("x"))))
                .isEqualTo("B: x\n");
        assertThat(edited("{\"A\": 1}", root -> MappingNode.of("B", text("x")))).isEqualTo("{\n  \"B\": \"x\"\n}\n");
    }

    @Test
    void sourceThatIsNoTemplateIsRefused() {
        assertThatThrownBy(() -> new SourcePreservingWriter().write("- a\n", MappingNode.of("A", text("x"))))
                .isInstanceOf(InvalidTemplateException.class);
    }
}
