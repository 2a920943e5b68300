package io.github.sammaven.core.build.jvm.bytecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Facts of jars, each read once though several artifacts have a copy of it: copies keep name, size and time. The versions
 * of classes, for which every entry must be opened, are kept from run to run. For one thread.
 */
public final class JarFacts {

    private static final String SEPARATOR = "\t";
    private static final int FIELDS = 6;

    /** Reads what is not known yet; with the versions of its classes if those are. */
    interface Source {
        ClassFacts read(Optional<ClassFacts> versions) throws IOException;
    }

    private final Optional<Path> memory;
    private final Map<String, ClassFacts> known = new HashMap<>();
    private final Map<String, String> remembered = new HashMap<>();

    private JarFacts(Optional<Path> memory) {
        this.memory = memory;
    }

    /** For one run alone. */
    public JarFacts() {
        this(Optional.empty());
    }

    /** With what {@link #save} wrote to the file; a file that cannot be read is as good as none. */
    public static JarFacts rememberedIn(Path file) {
        JarFacts facts = new JarFacts(Optional.of(file));
        try {
            if (Files.isRegularFile(file)) {
                for (String line : Files.readAllLines(file)) {
                    int end = line.indexOf(SEPARATOR);
                    if (end > 0) {
                        facts.remembered.put(line.substring(0, end), line.substring(end + 1));
                    }
                }
            }
        } catch (IOException unreadable) {
            facts.remembered.clear();
        }
        return facts;
    }

    ClassFacts of(Path jar, Source source) throws IOException {
        // Copies keep no more of the time than microseconds.
        String key = Files.size(jar) + ":" + Files.getLastModifiedTime(jar).to(TimeUnit.MICROSECONDS) + ":"
                + jar.getFileName();
        ClassFacts facts = known.get(key);
        if (facts == null) {
            facts = source.read(versions(remembered.get(key)));
            known.put(key, facts);
        }
        return facts;
    }

    /** Keeps the facts of the jars that were asked for. That it could not be written costs time, not the build. */
    public void save() {
        if (memory.isEmpty() || remembered.keySet().equals(known.keySet())) {
            return;
        }
        List<String> lines = new ArrayList<>();
        new TreeMap<>(known).forEach((key, facts) -> lines.add(key + SEPARATOR + line(facts)));
        try {
            Files.createDirectories(memory.get().getParent());
            Path unfinished = memory.get().resolveSibling(memory.get().getFileName() + ".part");
            Files.write(unfinished, lines);
            Files.move(unfinished, memory.get(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notKept) {
            remembered.clear();
        }
    }

    private static String line(ClassFacts facts) {
        return String.join(
                SEPARATOR, Integer.toString(facts.oldestJava()), text(facts.newest()), text(facts.preview()), "end");
    }

    private static String text(Optional<ClassVersion> version) {
        return version.map(known -> known.className() + SEPARATOR + known.java())
                .orElse(SEPARATOR);
    }

    private static Optional<ClassFacts> versions(@Nullable String line) {
        String[] fields = line == null ? new String[0] : line.split(SEPARATOR);
        if (fields.length != FIELDS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ClassFacts(
                    Map.of(),
                    version(fields[1], fields[2], false),
                    Integer.parseInt(fields[0]),
                    version(fields[3], fields[4], true)));
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<ClassVersion> version(String className, String java, boolean preview) {
        return className.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClassVersion(className, Integer.parseInt(java), preview));
    }
}
