package io.github.sammaven.core.local.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** What a tar archive holds. */
public final class TarNames {

    private TarNames() {}

    /** The paths of its files and links, in its order; what is in them is read over. */
    public static List<String> of(InputStream tar) throws IOException {
        List<String> names = new ArrayList<>();
        TarArchiveInputStream entries = new TarArchiveInputStream(tar);
        for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (!entry.isDirectory()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
