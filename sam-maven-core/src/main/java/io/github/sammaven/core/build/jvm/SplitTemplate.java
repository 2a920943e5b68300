package io.github.sammaven.core.build.jvm;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.Template;
import java.util.List;

/**
 * A template whose Java functions have their third-party jars in layers.
 *
 * @param template with the layers; the one that was given if no function could be split
 * @param warnings why functions that have third-party jars keep them
 */
public record SplitTemplate(Template template, List<Problem> warnings) {

    public SplitTemplate {
        warnings = List.copyOf(warnings);
    }
}
