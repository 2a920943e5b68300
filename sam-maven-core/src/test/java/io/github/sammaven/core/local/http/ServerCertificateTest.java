package io.github.sammaven.core.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ServerCertificateTest {

    @TempDir
    private Path folder;

    private PemFiles pem;

    @BeforeEach
    void files() {
        pem = new PemFiles(folder);
    }

    private ServerCertificate read(String certificate, String key) {
        return ServerCertificate.read(folder.resolve(certificate), folder.resolve(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pkcs8.pem", "old.pem"})
    void rsaKeyIsReadInBothForms(String key) {
        pem.rsa("rsa.crt", "pkcs8.pem");
        pem.openssl("rsa", "-in", "pkcs8.pem", "-traditional", "-out", "old.pem");
        assertThat(read("rsa.crt", key).context()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pkcs8.pem", "old.pem"})
    void curveKeyIsReadInBothForms(String key) {
        pem.ec("ec.crt", "pkcs8.pem");
        pem.openssl("ec", "-in", "pkcs8.pem", "-out", "old.pem");
        assertThat(read("ec.crt", key).context()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "absent.crt, rsa.key, The TLS certificate",
        "rsa.crt, absent.key, The TLS key",
        "rsa.key, rsa.key, holds no certificate",
        "rsa.crt, rsa.crt, holds no private key",
        "rsa.crt, other.key, is not the key of the certificate",
        "rsa.crt, ec.key, holds no RSA key",
        "rsa.crt, encrypted.key, is encrypted with a passphrase",
        "rsa.crt, torn.key, holds no RSA key",
    })
    void whatIsWrongIsToldInWords(String certificate, String key, String message) throws Exception {
        pem.rsa("rsa.crt", "rsa.key");
        pem.rsa("other.crt", "other.key");
        pem.ec("ec.crt", "ec.key");
        pem.openssl("pkey", "-in", "rsa.key", "-aes128", "-passout", "pass:x", "-out", "encrypted.key");
        Files.writeString(
                folder.resolve("torn.key"),
                Files.readString(folder.resolve("rsa.key")).replaceAll("\n[A-Za-z0-9+/]{64}\n", "\n"));
        assertThatThrownBy(() -> read(certificate, key))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining(message);
    }

    @Test
    void listenerWithACertificateHasAnHttpsUrl() {
        pem.rsa("rsa.crt", "rsa.key");
        HttpListener listener = HttpListener.start(
                new ListenAddress(ListenAddress.LOOPBACK, 0),
                new ListenerOptions(Optional.of(read("rsa.crt", "rsa.key")), false),
                exchange -> {});
        assertThat(listener.url())
                .isEqualTo("https://127.0.0.1:" + listener.address().port());
        listener.stop(Duration.ZERO);
    }
}
