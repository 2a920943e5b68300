package io.github.sammaven.core.packaging;

import io.github.sammaven.core.template.Template;
import java.util.List;

/**
 * A template whose artifacts are where it says.
 *
 * @param template the template given, with only the locations changed
 * @param archives one for each distinct content, in template order of their first users
 */
public record PackagedTemplate(Template template, List<PackagedArchive> archives) {

    public PackagedTemplate {
        archives = List.copyOf(archives);
    }
}
