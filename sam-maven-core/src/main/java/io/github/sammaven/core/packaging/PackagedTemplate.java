package io.github.sammaven.core.packaging;

import io.github.sammaven.core.template.Template;
import java.util.List;

/**
 * A template whose artifacts are where it says.
 *
 * @param template the template given, with only the locations changed
 * @param archives of all stacks, one for each distinct content, in template order of their first users
 * @param files of all stacks that are taken as they are, likewise
 * @param nested the packaged templates of nested stacks, the innermost first
 */
public record PackagedTemplate(
        Template template, List<PackagedArchive> archives, List<PackagedFile> files, List<PackagedFile> nested) {

    public PackagedTemplate {
        archives = List.copyOf(archives);
        files = List.copyOf(files);
        nested = List.copyOf(nested);
    }
}
