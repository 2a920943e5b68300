package io.github.sammaven.core.build.jvm.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Classes that lie in a folder by their packages. */
final class ClassFolder implements ClassContainer {

    private final String place;
    private final Path folder;
    private @Nullable ClassFacts facts;

    ClassFolder(String place, Path folder) {
        this.place = place;
        this.folder = folder;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public boolean own() {
        return true;
    }

    @Override
    public Optional<byte[]> read(String internalName) throws IOException {
        Path file = folder.resolve(internalName + ".class");
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    @Override
    public ClassFacts facts() throws IOException {
        if (facts == null) {
            facts = readFacts();
        }
        return facts;
    }

    private ClassFacts readFacts() throws IOException {
        ClassFacts.Collector collector = new ClassFacts.Collector();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = folder.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
                if (ClassFacts.counts(name)) {
                    try (InputStream content = Files.newInputStream(file)) {
                        collector.add(name, 0, content.readNBytes(ClassVersion.HEADER_BYTES));
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return collector.build();
    }

    @Override
    public long checksum(String classFile) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(Files.readAllBytes(folder.resolve(classFile)));
        return checksum.getValue();
    }

    @Override
    public void close() {
        // A folder is not held open.
    }
}
