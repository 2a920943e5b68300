package io.github.sammaven.core.ignore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files that commonly hold secrets: by their name, or by their name and content. */
enum SecretKind {
    ENVIRONMENT("\\.env(?:\\..*)?", "environment variables of a developer"),
    PRIVATE_KEY(".*\\.(?:pem|key)", "a private key", "-----BEGIN (?:[A-Z0-9 ]{1,40} )?PRIVATE KEY(?: BLOCK)?-----"),
    KEY_STORE(".*\\.(?:p12|pfx|jks)", "a key store"),
    SSH_KEY("id_(?:rsa|dsa|ecdsa|ecdsa_sk|ed25519|ed25519_sk)", "an SSH key"),
    CREDENTIALS("credentials", "credentials"),
    REGISTRY_TOKEN(
            "\\.(?:npmrc|pypirc)",
            "the password or token of a registry",
            "(?i)(?:_authToken|_auth|_password|password)[ \\t]*[=:][ \\t]*(?!\\$\\{)[^\\s]"),
    MACHINE_PASSWORD("\\.netrc", "a password", "(?i)\\bpassword\\s+[^\\s]");

    private final Pattern name;
    private final String content;
    private final Optional<Pattern> sign;

    SecretKind(String name, String content) {
        this(name, content, Optional.empty());
    }

    SecretKind(String name, String content, String sign) {
        this(name, content, Optional.of(Pattern.compile(sign)));
    }

    SecretKind(String name, String content, Optional<Pattern> sign) {
        this.name = Pattern.compile(name);
        this.content = content;
        this.sign = sign;
    }

    /** What {@code file} looks like, if that is a secret. Its content is read only where the name is not enough. */
    static Optional<SecretKind> of(Path file) throws IOException {
        String name = file.getFileName().toString();
        for (SecretKind kind : values()) {
            if (kind.name.matcher(name).matches()
                    && (kind.sign.isEmpty() || new TextSearch(kind.sign.get()).isIn(file))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** {@code a private key}. */
    String content() {
        return content;
    }
}
