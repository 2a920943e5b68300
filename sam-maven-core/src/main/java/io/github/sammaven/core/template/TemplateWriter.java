package io.github.sammaven.core.template;

/** Writes a tree so that {@link TemplateReader} gives the same tree back. Lines end with a line feed, the last too. */
public final class TemplateWriter {

    /**
     * Block style in the order of the tree, indented by two blanks, without anchors. Functions that were written with a tag
     * keep it; text is quoted wherever some YAML reader would take it for a number, a boolean, a date or null.
     */
    public String yaml(MappingNode root) {
        return new YamlTreeWriter(BlockStyle.DEFAULT).write(root);
    }

    /** Indented by two blanks, functions in their long form; only what JSON demands is escaped. */
    public String json(MappingNode root) {
        return JsonTreeWriter.pretty(root);
    }
}
