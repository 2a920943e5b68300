package io.github.sammaven.core.local.process;

import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The native part of AWS's Java client. Left to itself the client unpacks it to one fixed path, where processes that
 * start together overwrite it under each other; so each environment gets a copy of its own.
 */
final class NativeLibrary {

    static final String PROPERTY = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private NativeLibrary() {}

    static Path unpack(Path clientJar, Path folder) {
        String name = "jni/libaws-lambda-jni." + libc() + "-" + architecture() + ".so";
        try (ZipFile jar = new ZipFile(clientJar.toFile())) {
            ZipEntry entry = jar.getEntry(name);
            if (entry == null) {
                throw new SamException(
                        "AWS's Java runtime client has no library for this machine (" + name + ")",
                        "Use the pure Java client: javaClient=LOOP",
                        null);
            }
            try (InputStream bytes = jar.getInputStream(entry)) {
                Path library = folder.resolve("libaws-lambda-jni.so");
                Files.copy(bytes, library, StandardCopyOption.REPLACE_EXISTING);
                return library;
            }
        } catch (IOException e) {
            throw new SamException(
                    "AWS's Java runtime client cannot be unpacked: " + e.getMessage(),
                    "Check " + clientJar + " and the space in the temporary folder",
                    e);
        }
    }

    private static String libc() {
        return Files.exists(Path.of("/etc/alpine-release")) ? "linux_musl" : "linux";
    }

    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    }
}
