package io.github.sammaven.core.local.http;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * A private key in PEM. The older forms, one for each algorithm, are put into the frame of PKCS#8, which Java reads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5958">RFC 5958</a>
 */
final class PrivateKeyFile {

    private static final String PKCS8 = "PRIVATE KEY";
    private static final String PKCS1 = "RSA PRIVATE KEY";
    private static final String SEC1 = "EC PRIVATE KEY";
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};

    private final Path file;
    private final String text;

    PrivateKeyFile(Path file, byte[] content) {
        this.file = file;
        this.text = new String(content, StandardCharsets.ISO_8859_1);
    }

    /** @param counterpart says the algorithm, and the curve */
    PrivateKey read(PublicKey counterpart) {
        refuseEncrypted();
        try {
            byte[] pkcs8 = part(PKCS8)
                    .or(() -> part(PKCS1).or(() -> part(SEC1)).map(key -> framed(key, counterpart)))
                    .orElseThrow(this::noKey);
            return KeyFactory.getInstance(counterpart.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new InvalidOptionException(
                    file + " holds no " + counterpart.getAlgorithm() + " key, which the certificate asks for",
                    "Name the key the certificate was made with");
        }
    }

    private void refuseEncrypted() {
        if (text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----") || text.contains("Proc-Type: 4,ENCRYPTED")) {
            throw new InvalidOptionException(
                    file + " is encrypted with a passphrase",
                    "Decrypt it into another file: openssl pkey -in " + file.getFileName() + " -out plain-key.pem");
        }
    }

    private InvalidOptionException noKey() {
        return new InvalidOptionException(
                file + " holds no private key", "Name a PEM file with a part \"-----BEGIN PRIVATE KEY-----\"");
    }

    private Optional<byte[]> part(String label) {
        String begin = "-----BEGIN " + label + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END " + label + "-----");
        return from < 0 || to < from
                ? Optional.empty()
                : Optional.of(Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to)));
    }

    /** The public key begins with the same name of the algorithm that PKCS#8 asks for. */
    private static byte[] framed(byte[] key, PublicKey counterpart) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(VERSION_0);
        content.writeBytes(algorithm(counterpart.getEncoded()));
        content.writeBytes(element(OCTETS, key));
        return element(SEQUENCE, content.toByteArray());
    }

    /** The first element inside of the outermost. */
    private static byte[] algorithm(byte[] publicKey) {
        int at = 1 + lengthBytes(publicKey, 1);
        int size = 1 + lengthBytes(publicKey, at + 1) + length(publicKey, at + 1);
        byte[] element = new byte[size];
        System.arraycopy(publicKey, at, element, 0, size);
        return element;
    }

    private static int lengthBytes(byte[] der, int at) {
        return der[at] >= 0 ? 1 : 1 + (der[at] & 0x7f);
    }

    private static int length(byte[] der, int at) {
        if (der[at] >= 0) {
            return der[at];
        }
        int length = 0;
        for (int i = 1; i <= (der[at] & 0x7f); i++) {
            length = length << 8 | der[at + i] & 0xff;
        }
        return length;
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        if (content.length < 0x80) {
            element.write(content.length);
        } else {
            int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(content.length) + 7) / 8;
            element.write(0x80 | bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                element.write(content.length >> 8 * i);
            }
        }
        element.writeBytes(content);
        return element.toByteArray();
    }
}
