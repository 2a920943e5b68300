package io.github.sammaven.core.build.jvm;

import io.github.sammaven.core.build.folder.FolderContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Jars of the running build made stable, kept from run to run so that one that is the same keeps its time. */
final class StableJars {

    private final FolderContent content;
    private final Path folder;
    private final StableJar stableJar = new StableJar();

    /** @param folder where jars made here are kept from run to run */
    StableJars(FolderContent content, Path folder) {
        this.content = content;
        this.folder = folder;
    }

    /** Third-party jars are their own bytes. Two functions may share a jar: one thread at a time makes it. */
    synchronized Path bytesOf(RuntimeJar jar) throws IOException {
        if (!jar.fromReactor() && Files.isRegularFile(jar.file())) {
            return jar.file();
        }
        boolean classes = Files.isDirectory(jar.file());
        // A layer takes a module's classes where a function takes its jar; both may be made at the same time.
        Path made = folder.resolve(classes ? "classes" : "jars").resolve(jar.groupId() + "." + jar.fileName());
        Map<String, Path> files = classes ? content.of(jar.file()) : Map.of();
        Path fresh = made.resolveSibling(made.getFileName() + ".new");
        stableJar.write(jar.file(), files, fresh);
        if (Files.isRegularFile(made) && Files.mismatch(made, fresh) < 0) {
            Files.delete(fresh);
        } else {
            Files.move(fresh, made, StandardCopyOption.REPLACE_EXISTING);
        }
        return made;
    }
}
