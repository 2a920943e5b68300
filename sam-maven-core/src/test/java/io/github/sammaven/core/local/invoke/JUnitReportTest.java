package io.github.sammaven.core.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JUnitReportTest {

    @TempDir
    private Path folder;

    private static InvocationOutcome outcome(String name, boolean made, List<Problem> problems, List<String> log) {
        PlannedInvocation call =
                new PlannedInvocation(name, ScriptedRunner.function("Hello"), new byte[0], ExpectedOutcome.SUCCESS);
        Optional<InvocationResult> result = Optional.of(
                        ScriptedRunner.result(Invocation.of(new byte[0]), new byte[0], Optional.empty()))
                .filter(unused -> made);
        return new InvocationOutcome(call, result, problems, Duration.ofMillis(1234), log);
    }

    private static Problem problem(String message) {
        return Problem.error(SourceMark.NONE, message, "look there");
    }

    private Document read(InvocationOutcome... outcomes) throws Exception {
        Path file = JUnitReport.write(folder.resolve("reports"), List.of(outcomes));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static Element element(Document document, String name, int index) {
        return (Element) document.getElementsByTagName(name).item(index);
    }

    @Test
    void callsAreTestCases() throws Exception {
        Document xml = read(
                outcome("ok", true, List.of(), List.of("START", "<&]]>\" line")),
                outcome("wrong", true, List.of(problem("/a: expected 1, was \"2\""), problem("too slow")), List.of()),
                outcome("not made", false, List.of(problem("no python3")), List.of()));
        Element suite = element(xml, "testsuite", 0);
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getAttribute("time")).isEqualTo("3.702");
        Element first = element(xml, "testcase", 0);
        assertThat(first.getAttribute("classname")).isEqualTo("Hello");
        assertThat(first.getAttribute("name")).isEqualTo("ok");
        assertThat(first.getAttribute("time")).isEqualTo("1.234");
        assertThat(element(xml, "system-out", 0).getTextContent()).isEqualTo("START\n<&]]>\" line\n");
        assertThat(element(xml, "failure", 0).getAttribute("message")).isEqualTo("/a: expected 1, was \"2\"; too slow");
        assertThat(element(xml, "failure", 0).getTextContent()).contains("look there");
        assertThat(element(xml, "error", 0).getAttribute("message")).isEqualTo("no python3");
    }

    @Test
    void reportIsWellFormedWhateverAFunctionPrints() throws Exception {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[64];
            random.nextBytes(bytes);
            StringBuilder units = new StringBuilder();
            random.ints(64, 0, 0x10000).forEach(unit -> units.append((char) unit));
            String text = new String(bytes, StandardCharsets.UTF_8) + new String(bytes, StandardCharsets.UTF_16) + units
                    + "\u0000\u001b[31m\uD83D\uDE00\uFFFE";
            Document xml = read(outcome(text, true, List.of(problem(text)), List.of(text)));
            assertThat(element(xml, "system-out", 0).getTextContent())
                    .as("seed %d", seed)
                    .contains("\uFFFD\uFFFD[31m\uD83D\uDE00\uFFFD");
        }
    }

    @Test
    void folderThatCannotBeMadeIsAPlainError() throws IOException {
        Path taken = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> JUnitReport.write(taken, List.of()))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("TEST-sam.local-invoke.xml cannot be written");
    }
}
