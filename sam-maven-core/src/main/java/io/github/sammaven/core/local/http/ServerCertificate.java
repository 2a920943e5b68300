package io.github.sammaven.core.local.http;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** By which a server shows who it is: a chain of certificates, and the private key of the first of them. */
public final class ServerCertificate {

    private static final byte[] PROBE = {1, 2, 3};

    private final List<X509Certificate> chain;
    private final PrivateKey key;

    private ServerCertificate(List<X509Certificate> chain, PrivateKey key) {
        this.chain = chain;
        this.key = key;
    }

    /**
     * Reads two PEM files.
     *
     * @param certificates the server's own first, then those that vouch for it
     * @param key PKCS#8, PKCS#1 (RSA) or SEC 1 (EC), not encrypted
     * @throws InvalidOptionException if a file is missing or is not what it should be, or if the two do not belong
     *     together
     */
    public static ServerCertificate read(Path certificates, Path key) {
        List<X509Certificate> chain = chain(certificates, bytes(certificates, "certificate"));
        X509Certificate own = chain.get(0);
        PrivateKey read = new PrivateKeyFile(key, bytes(key, "key")).read(own.getPublicKey());
        if (!belongTogether(read, own)) {
            throw new InvalidOptionException(
                    key + " is not the key of the certificate in " + certificates,
                    "Name the two files that were made together");
        }
        return new ServerCertificate(chain, read);
    }

    private static byte[] bytes(Path file, String what) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InvalidOptionException(
                    "The TLS " + what + " " + file + " cannot be read",
                    Files.exists(file) ? "Make it readable for the user of this build" : "There is no such file");
        }
    }

    private static List<X509Certificate> chain(Path file, byte[] content) {
        try {
            List<X509Certificate> chain =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(content))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (!chain.isEmpty()) {
                return chain;
            }
        } catch (CertificateException e) {
            // Said below, as for a file without any.
        }
        throw new InvalidOptionException(
                file + " holds no certificate", "Name a PEM file with a part \"-----BEGIN CERTIFICATE-----\"");
    }

    private static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
        String algorithm = key.getAlgorithm().equals("EC")
                ? "SHA256withECDSA"
                : key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : key.getAlgorithm();
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    SSLContext context() {
        char[] noPassword = new char[0];
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, noPassword);
            store.setKeyEntry("server", key, noPassword, chain.toArray(Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, noPassword);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new SamException(
                    "The TLS certificate cannot be used: " + e.getMessage(),
                    "Use an RSA or EC key, as openssl makes them",
                    e);
        }
    }
}
