package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.InvalidTemplateException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Writes a tree into the text of an earlier one, so that only what changed differs: comments, quotes, tags, anchors, blank
 * lines, line ends and order stay as a person wrote them.
 */
public final class SourcePreservingWriter {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final TemplateReader reader = new TemplateReader();
    private final TemplateWriter plain = new TemplateWriter();

    /**
     * Text that {@link TemplateReader} reads as {@code wanted}, whatever {@code source} holds: what cannot be put into the
     * source is written as {@link TemplateWriter} does. Equal trees give the source itself. Keys that are new come behind the
     * others of their mapping; keys that only changed places stay.
     *
     * @param source text of a template, YAML or JSON; the result has the same format
     * @throws InvalidTemplateException if {@code source} is no template
     */
    public String write(String source, MappingNode wanted) {
        Template before = read(source);
        if (before.root().equals(wanted)) {
            return source;
        }
        String mark = source.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        SourceText text = new SourceText(source.substring(mark.length()));
        // Blank lines that follow in the source would become part of a text written as lines; quoted it stays as it is.
        return Stream.of(true, false)
                .flatMap(literals ->
                        new SourceSplice(text, before.format(), literals).changed(before.root(), wanted).stream())
                .map(mark::concat)
                .filter(changed -> isReadAs(wanted, changed))
                .findFirst()
                .orElseGet(() -> anew(wanted, before.format()));
    }

    private boolean isReadAs(MappingNode wanted, String text) {
        try {
            return read(text).root().equals(wanted);
        } catch (InvalidTemplateException broken) {
            return false;
        }
    }

    private String anew(MappingNode wanted, TemplateFormat format) {
        return format == TemplateFormat.JSON ? plain.json(wanted) : plain.yaml(wanted);
    }

    private Template read(String text) {
        return reader.parse(text, Path.of("template"), "template");
    }
}
