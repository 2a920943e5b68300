package io.github.sammaven.core.packaging;

import java.util.List;

/**
 * An archive to be made, and who needs it.
 *
 * @param source what it is made from
 * @param hash its name in the bucket, without prefix
 * @param users in template order; never empty
 */
record Archive(ArchiveSource source, String hash, List<LocalReference> users) {

    Archive {
        users = List.copyOf(users);
    }

    List<String> userIds() {
        return users.stream().map(LocalReference::logicalId).distinct().toList();
    }

    String shownSource() {
        return users.get(0).source();
    }
}
