package io.github.sammaven.core.build.jvm;

import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.jvm.bytecode.Duplicates;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files of a module and its jars in one tree, as their class path shows them: the first of one name wins. Lists of
 * services are joined, signatures and module descriptors left out.
 */
final class MergedClasses implements Closeable {

    private final SortedMap<String, MergedEntry> entries = new TreeMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, List<MergedEntry>> joined = new TreeMap<>();
    private final List<ZipFile> open = new ArrayList<>();
    private final Duplicates duplicates = new Duplicates();
    private final FolderContent content;

    MergedClasses(FolderContent content) {
        this.content = content;
    }

    /** Adds the files of a folder behind what is there already. */
    void addFolder(String place, Path folder) throws IOException {
        for (Map.Entry<String, Path> file : content.of(folder).entrySet()) {
            add(place, file.getKey(), new MergedEntry.OfFile(file.getValue()));
        }
    }

    /** Adds a jar but for its manifest, or the classes folder that stands for one, behind what is there already. */
    void addJar(String place, Path jar) throws IOException {
        if (Files.isDirectory(jar)) {
            addFolder(place, jar);
            return;
        }
        ZipFile zip = new ZipFile(jar.toFile());
        open.add(zip);
        List<ZipEntry> files = zip.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry.class::cast)
                .sorted(Comparator.comparing(ZipEntry::getName))
                .toList();
        for (ZipEntry file : files) {
            refuseOutside(jar, file.getName());
            if (!file.getName().equals(JarFile.MANIFEST_NAME)) {
                add(place, file.getName(), entry(zip, file));
            }
        }
    }

    private static MergedEntry entry(ZipFile zip, ZipEntry file) throws IOException {
        if (!StableContent.changes(file.getName())) {
            return new MergedEntry.OfJar(zip, file);
        }
        try (InputStream content = zip.getInputStream(file)) {
            return new MergedEntry.OfBytes(StableContent.of(file.getName(), content.readAllBytes()));
        }
    }

    private static void refuseOutside(Path jar, String name) throws IOException {
        Path path = Path.of(name);
        if (path.isAbsolute() || path.normalize().startsWith("..")) {
            throw new IOException(jar + " has an entry that leads out of it: " + name);
        }
    }

    private void add(String place, String name, MergedEntry entry) throws IOException {
        if (MergeRules.isLeftOut(name)) {
            return;
        }
        if (MergeRules.isJoined(name)) {
            joined.computeIfAbsent(name, unused -> new ArrayList<>()).add(entry);
            return;
        }
        MergedEntry first = entries.putIfAbsent(name, entry);
        if (first == null) {
            places.put(name, place);
        } else if (!MergeRules.isPaperwork(name)
                && (first.size() != entry.size() || first.checksum() != entry.checksum())) {
            duplicates.add(name, places.getOrDefault(name, place), place);
        }
    }

    /** All files by name, sorted; to be called when everything is added. */
    SortedMap<String, MergedEntry> entries() throws IOException {
        for (Map.Entry<String, List<MergedEntry>> list : joined.entrySet()) {
            List<MergedEntry> parts = list.getValue();
            entries.put(
                    list.getKey(),
                    parts.size() == 1
                            ? parts.get(0)
                            : new MergedEntry.OfBytes(join(parts, MergeRules.isServices(list.getKey()))));
        }
        return Collections.unmodifiableSortedMap(entries);
    }

    private static byte[] join(List<MergedEntry> parts, boolean eachLineOnce) throws IOException {
        Set<String> lines = new LinkedHashSet<>();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (MergedEntry part : parts) {
            try (InputStream bytes = part.open()) {
                String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
                text.lines().filter(line -> !line.isBlank()).forEach(lines::add);
                all.writeBytes(text.getBytes(StandardCharsets.UTF_8));
                if (!text.isEmpty() && !text.endsWith("\n")) {
                    all.write('\n');
                }
            }
        }
        return eachLineOnce ? (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8) : all.toByteArray();
    }

    /** Files of one name and other content, of which only the first is in. */
    Duplicates duplicates() {
        return duplicates;
    }

    /** The manifest of the module itself; if it has none, one that says no more than it must. */
    MergedEntry manifest() {
        boolean multiRelease = entries.keySet().stream().anyMatch(name -> name.startsWith("META-INF/versions/"));
        String text = "Manifest-Version: 1.0\r\n" + (multiRelease ? "Multi-Release: true\r\n" : "") + "\r\n";
        return entries.getOrDefault(
                JarFile.MANIFEST_NAME, new MergedEntry.OfBytes(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public void close() throws IOException {
        for (ZipFile zip : open) {
            zip.close();
        }
    }
}
