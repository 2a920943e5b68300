package io.github.sammaven.core.build.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Makes a folder hold exactly the files of a layout. Unlike {@link FolderMirror} it compares bytes, as package managers
 * give files of different versions the same time; modes are 0755 and 0644 whatever the umask.
 */
public final class ContentMirror {

    private static final Set<PosixFilePermission> PLAIN = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    /** Writes {@code layout} to {@code folder}; a file that is the same already keeps its time. */
    public void write(ArtifactLayout layout, Path folder) throws IOException {
        Files.createDirectories(folder);
        Set<Path> wanted = new HashSet<>();
        layout.files().keySet().forEach(name -> wanted.add(folder.resolve(name)));
        new FolderPruning().keep(wanted, folder);
        for (Map.Entry<String, Path> entry : layout.files().entrySet()) {
            Path target = folder.resolve(entry.getKey());
            copy(entry.getValue(), target);
            normaliseMode(entry.getValue(), target);
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) && Files.mismatch(source, target) < 0) {
            return;
        }
        Files.createDirectories(target.getParent());
        Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void normaliseMode(Path source, Path target) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (view != null) {
            boolean executable = Files.getPosixFilePermissions(source).contains(PosixFilePermission.OWNER_EXECUTE);
            view.setPermissions(executable ? EXECUTABLE : PLAIN);
        }
    }
}
