package io.github.sammaven.core.local.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Certificates and keys as {@code openssl} makes them. */
public final class PemFiles {

    private final Path folder;

    public PemFiles(Path folder) {
        this.folder = folder;
    }

    public Path path(String name) {
        return folder.resolve(name);
    }

    /** For {@code localhost} and 127.0.0.1, with an RSA key in PKCS#8. */
    public void rsa(String certificate, String key) {
        make(certificate, key, "rsa:2048");
    }

    /** The same with a key on the curve P-256. */
    public void ec(String certificate, String key) {
        make(certificate, key, "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1");
    }

    private void make(String certificate, String key, String... algorithm) {
        String[] begin = {"req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=localhost"};
        String[] end = {
            "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", certificate, "-newkey"
        };
        String[] all = new String[begin.length + end.length + algorithm.length];
        System.arraycopy(begin, 0, all, 0, begin.length);
        System.arraycopy(end, 0, all, begin.length, end.length);
        System.arraycopy(algorithm, 0, all, begin.length + end.length, algorithm.length);
        openssl(all);
    }

    public void openssl(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "openssl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
        } catch (IOException e) {
            Assumptions.abort("openssl is not here: " + e.getMessage());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
