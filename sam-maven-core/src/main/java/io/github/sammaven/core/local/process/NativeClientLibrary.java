package io.github.sammaven.core.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The native part of AWS's Java runtime interface client. Left to itself the client unpacks it to one fixed path that all
 * processes of a machine overwrite for each other, so each function gets a copy of its own.
 */
final class NativeClientLibrary {

    private static final Path MUSL = Path.of("/lib/ld-musl-" + machine() + ".so.1");

    private final List<Path> jars;

    NativeClientLibrary(List<Path> jars) {
        this.jars = jars;
    }

    /** The library for this machine, unpacked to {@code folder}. */
    Path unpack(Path folder) throws IOException {
        String entryName = "jni/libaws-lambda-jni." + platform() + ".so";
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                ZipEntry entry = zip.getEntry(entryName);
                if (entry != null) {
                    Path library = folder.resolve("libaws-lambda-jni.so");
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, library);
                    }
                    return library;
                }
            }
        }
        throw new IOException("the Java runtime interface client has no " + entryName);
    }

    private static String platform() {
        String libc = Files.exists(MUSL) ? "linux_musl-" : "linux-";
        return libc + (machine().equals("x86_64") ? "x86_64" : "aarch_64");
    }

    private static String machine() {
        return System.getProperty("os.arch").equals("amd64") ? "x86_64" : "aarch64";
    }
}
