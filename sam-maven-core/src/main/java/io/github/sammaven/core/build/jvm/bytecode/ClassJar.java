package io.github.sammaven.core.build.jvm.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Classes in a jar or zip, which is opened when it is first asked for something. */
final class ClassJar implements ClassContainer {

    private final String place;
    private final boolean own;
    private final Path file;
    private final JarFacts known;
    private @Nullable ZipFile open;

    ClassJar(String place, boolean own, Path file, JarFacts known) {
        this.place = place;
        this.own = own;
        this.file = file;
        this.known = known;
    }

    private ZipFile zip() throws IOException {
        if (open == null) {
            open = new ZipFile(file.toFile());
        }
        return open;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public boolean own() {
        return own;
    }

    @Override
    public Optional<byte[]> read(String internalName) throws IOException {
        ZipEntry entry = zip().getEntry(internalName + ".class");
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream content = zip().getInputStream(entry)) {
            return Optional.of(content.readAllBytes());
        }
    }

    /** Whether there are jars in it, which Lambda reads and this class does not. */
    boolean holdsJars() throws IOException {
        return zip().stream()
                .anyMatch(entry ->
                        entry.getName().startsWith("lib/") && entry.getName().endsWith(".jar"));
    }

    @Override
    public ClassFacts facts() throws IOException {
        return known.of(file, this::readFacts);
    }

    private ClassFacts readFacts(Optional<ClassFacts> versions) throws IOException {
        ClassFacts.Collector facts = new ClassFacts.Collector();
        Enumeration<? extends ZipEntry> entries = zip().entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (!ClassFacts.counts(entry.getName())) {
                continue;
            }
            if (versions.isPresent()) {
                facts.add(entry.getName(), entry.getCrc());
            } else {
                try (InputStream content = zip().getInputStream(entry)) {
                    facts.add(entry.getName(), entry.getCrc(), content.readNBytes(ClassVersion.HEADER_BYTES));
                }
            }
        }
        return versions.map(facts::build).orElseGet(facts::build);
    }

    @Override
    public long checksum(String classFile) throws IOException {
        return facts().classes().getOrDefault(classFile, 0L);
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
        }
    }
}
