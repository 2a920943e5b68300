package io.github.sammaven.core.build.jvm.bytecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Facts of jars, each read once though several artifacts have a copy of it: copies keep name, size and time. For one
 * thread.
 */
public final class JarFacts {

    private record Key(String name, long size, long changedMicros) {}

    /** Reads what is not known yet. */
    interface Source {
        ClassFacts read() throws IOException;
    }

    private final Map<Key, ClassFacts> known = new HashMap<>();

    ClassFacts of(Path jar, Source source) throws IOException {
        Key key = new Key(
                jar.getFileName().toString(),
                Files.size(jar),
                // Copies keep no more of the time.
                Files.getLastModifiedTime(jar).to(TimeUnit.MICROSECONDS));
        ClassFacts facts = known.get(key);
        if (facts == null) {
            facts = source.read();
            known.put(key, facts);
        }
        return facts;
    }
}
