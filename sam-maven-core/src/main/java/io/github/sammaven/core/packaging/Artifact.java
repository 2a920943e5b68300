package io.github.sammaven.core.packaging;

import java.util.List;
import java.util.Optional;

/**
 * Something to be uploaded, and who needs it.
 *
 * @param name its key in the bucket, without prefix
 * @param isSigned whether its users name what a signer makes of it
 * @param users in template order; never empty
 */
record Artifact(Content content, String name, boolean isSigned, List<LocalReference> users) {

    Artifact {
        users = List.copyOf(users);
    }

    List<String> userIds() {
        return users.stream().map(LocalReference::id).distinct().toList();
    }

    String shownSource() {
        return users.get(0).source();
    }

    /** What is in it, if it is an archive. */
    Optional<ArchiveSource> archive() {
        return content instanceof Content.Zipped zipped ? Optional.of(zipped.source()) : Optional.empty();
    }
}
