package io.github.sammaven.core.local.files;

/** Which files of a folder go into an archive. Paths are relative, parted by slashes. */
public interface FileChoice {

    /** Whether a file or folder is taken; the content of a folder is asked for on its own. */
    boolean takes(String path);

    /** Whether something in a folder that is not taken may be. */
    boolean looksInto(String folder);

    /** All of them. */
    static FileChoice everything() {
        return new FileChoice() {
            @Override
            public boolean takes(String path) {
                return true;
            }

            @Override
            public boolean looksInto(String folder) {
                return true;
            }
        };
    }
}
