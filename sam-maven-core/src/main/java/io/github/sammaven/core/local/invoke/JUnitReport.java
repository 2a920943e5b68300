package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes calls as test cases, in the XML that CI servers read from Surefire: a function is a class, a call a case. */
public final class JUnitReport {

    private static final String SUITE = "sam.local-invoke";

    private JUnitReport() {}

    /**
     * Writes {@code TEST-sam.local-invoke.xml}.
     *
     * @param folder made when needed
     * @return the file
     * @throws SamException if it cannot be written
     */
    public static Path write(Path folder, List<InvocationOutcome> outcomes) {
        Path file = folder.resolve("TEST-" + SUITE + ".xml");
        try {
            Files.createDirectories(folder);
            try (OutputStream bytes = Files.newOutputStream(file)) {
                XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory()
                        .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
                suite(xml, outcomes);
                xml.close();
            }
            return file;
        } catch (IOException | XMLStreamException e) {
            throw new SamException("The report " + file + " cannot be written", "Check the folder's permissions", e);
        }
    }

    private static void suite(XMLStreamWriter xml, List<InvocationOutcome> outcomes) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", SUITE);
        xml.writeAttribute("tests", "" + outcomes.size());
        xml.writeAttribute(
                "failures",
                "" + outcomes.stream().filter(JUnitReport::isFailure).count());
        xml.writeAttribute(
                "errors", "" + outcomes.stream().filter(JUnitReport::isError).count());
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute(
                "time", seconds(outcomes.stream().map(InvocationOutcome::took).reduce(Duration.ZERO, Duration::plus)));
        for (InvocationOutcome outcome : outcomes) {
            testCase(xml, outcome);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static void testCase(XMLStreamWriter xml, InvocationOutcome outcome) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", XmlText.valid(outcome.call().name()));
        xml.writeAttribute("classname", XmlText.valid(outcome.call().function().name()));
        xml.writeAttribute("time", seconds(outcome.took()));
        if (!outcome.passed()) {
            xml.writeStartElement(isError(outcome) ? "error" : "failure");
            xml.writeAttribute(
                    "message",
                    XmlText.valid(
                            outcome.problems().stream().map(Problem::message).collect(Collectors.joining("; "))));
            xml.writeAttribute("type", isError(outcome) ? "not made" : "difference");
            xml.writeCharacters(XmlText.valid(
                    outcome.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"))));
            xml.writeEndElement();
        }
        xml.writeStartElement("system-out");
        for (String line : outcome.log()) {
            xml.writeCharacters(XmlText.valid(line) + "\n");
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static boolean isFailure(InvocationOutcome outcome) {
        return !outcome.passed() && outcome.result().isPresent();
    }

    private static boolean isError(InvocationOutcome outcome) {
        return !outcome.passed() && outcome.result().isEmpty();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
    }
}
