package io.github.sammaven.core.packaging;

import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateFile;
import java.nio.file.Path;

/** How packaged templates are written: the one place where their text is made. */
public final class PackagedText {

    /**
     * As JSON if the file's name ends in {@code .json}, else as YAML; in the words of the template as it was written, comments
     * and all, if that has the same format. The file appears, or changes, when it is complete.
     */
    public void write(Template packaged, Path file) {
        new TemplateFile().write(packaged, file);
    }
}
