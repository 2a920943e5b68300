package io.github.sammaven.core.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFilesTest {

    private static final String BLOCK = "KEY-----\nMIIE\n-----END";

    @TempDir
    private Path folder;

    private final Map<String, Path> files = new TreeMap<>();

    private void file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        files.put(name, Files.writeString(file, content));
    }

    private List<String> refused(String... allowed) throws IOException {
        return new SecretFiles(List.of(allowed))
                .problems(files, "src").stream()
                        .map(problem -> problem.mark().file())
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".env",
                ".env.local",
                "a/.env.prod",
                "x.p12",
                "x.pfx",
                "x.jks",
                "id_rsa",
                ".ssh/id_ed25519",
                "credentials",
                ".aws/credentials"
            })
    void nameAloneIsEnoughForSome(String name) throws IOException {
        file(name, "");
        file("environment.env.py", "");
        file("credentials.py", "");
        file("id_rsa.pub", "");
        assertThat(refused()).containsExactly("src/" + name);
    }

    @Test
    void keysAreToldFromCertificatesByTheirContent() throws IOException {
        file("cacert.pem", "-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----\n".repeat(5000));
        file("public.key", "-----BEGIN PUBLIC " + BLOCK);
        file("a.pem", "x".repeat(65_520) + "-----BEGIN PRIVATE " + BLOCK);
        file("b.key", "-----BEGIN RSA PRIVATE " + BLOCK);
        file("c.key", "-----BEGIN ENCRYPTED PRIVATE " + BLOCK);
        assertThat(refused()).containsExactly("src/a.pem", "src/b.key", "src/c.key");
    }

    @Test
    void settingsOfToolsAreRefusedWithAPasswordOnly() throws IOException {
        file("a/.npmrc", "registry=https://example.com\n//example.com/:_authToken=${NPM_TOKEN}\n");
        file("b/.npmrc", "//example.com/:_authToken=npm_1234\n");
        file("c/.pypirc", "[pypi]\nusername = __token__\npassword = pypi-1234\n");
        file("d/.pypirc", "[pypi]\nrepository = https://example.com\n");
        file("e/.netrc", "machine example.com login me password 1234\n");
        file("f/.netrc", "machine example.com login me\n");
        assertThat(refused()).containsExactly("src/b/.npmrc", "src/c/.pypirc", "src/e/.netrc");
    }

    @Test
    void wayOutIsNamedAndTheContentIsNot() throws IOException {
        file("certs/[a] key.p12", "1234");
        List<Problem> problems = new SecretFiles(List.of()).problems(files, "");
        assertThat(problems)
                .hasToString("[certs/[a] key.p12: this looks like a key store and would become part of the artifact\n"
                        + "    leave it out with the line '/certs/\\[a] key.p12' in a .samignore of the code's folder,"
                        + " or allow it: -Dsam.allowSecrets=certs/\\[a] key.p12]");
        assertThat(refused("certs/\\[a] key.p12")).isEmpty();
    }

    @Test
    void allowedByNameOrPattern() throws IOException {
        file("a/x.p12", "");
        file("b/x.p12", "");
        file(".env", "");
        assertThat(refused(".env", "/a/*.p12")).containsExactly("src/b/x.p12");
        assertThat(refused("x.p12")).containsExactly("src/.env");
        assertThat(refused("*.p12", "!/b/x.p12", ".env")).containsExactly("src/b/x.p12");
    }
}
