package io.github.sammaven.core.local.container;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How code and layers get into containers.
 *
 * @param copied whether they are copied in instead of mounted; empty to do so if the engine cannot see our folders
 * @param volume where the engine's machine has the folders of the project; others are copied in then
 * @param links whether all symbolic links directly in the code folder are mounted as what they lead to; otherwise only
 *     those named {@code node_modules}
 */
public record CodeOptions(Optional<Boolean> copied, Optional<Volume> volume, boolean links) {

    /** Mounted if the engine sees our folders. */
    public static final CodeOptions DEFAULTS = new CodeOptions(Optional.empty(), Optional.empty(), false);

    /**
     * A folder that the engine's machine has under another name.
     *
     * @param here our name for it
     * @param there the engine's, an absolute path
     */
    public record Volume(Path here, String there) {

        public Volume {
            here = here.toAbsolutePath().normalize();
        }

        /** The engine's name for a file or folder; empty if it lies elsewhere. */
        Optional<String> nameOf(Path path) {
            if (!path.startsWith(here)) {
                return Optional.empty();
            }
            String base = there.endsWith("/") ? there.substring(0, there.length() - 1) : there;
            String within = here.relativize(path).toString().replace('\\', '/');
            return Optional.of(within.isEmpty() ? base : base + "/" + within);
        }
    }

    /** What the engine calls a folder of ours that it is to mount; empty if it cannot see it. */
    Optional<String> nameOf(Path path) {
        return volume.isEmpty() ? Optional.of(path.toString()) : volume.get().nameOf(path);
    }
}
