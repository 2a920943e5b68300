package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.ResourceToImport;
import io.github.sammaven.core.template.ParameterDeclaration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells deployments of the same content from others. It is part of the names of change sets, so that a run finds what an
 * earlier run of the same content has begun. Values of secret parameters are not in it: whoever reads the name could
 * guess short ones.
 *
 * @param sha256 in hexadecimal digits
 * @param isWhole whether nothing that was given is left out
 */
record Fingerprint(String sha256, boolean isWhole) {

    private static final int DIGITS_IN_NAMES = 20;

    static Fingerprint of(DeployRequest request) {
        MessageDigest digest = newDigest();
        add(digest, request.template().body());
        Map<String, ParameterDeclaration> declared =
                ParameterDeclaration.of(request.template().tree());
        Map<String, String> open = new TreeMap<>(request.options().parameters());
        boolean secrets = open.keySet().removeIf(name -> Optional.ofNullable(declared.get(name))
                .filter(ParameterDeclaration::isSecret)
                .isPresent());
        add(digest, open);
        add(digest, request.options().tags());
        add(digest, String.valueOf(request.mode().mergeTags()));
        add(digest, String.valueOf(request.mode().express()));
        request.options().capabilities().stream().sorted().forEach(name -> add(digest, name));
        add(digest, request.options().roleArn().orElse(""));
        request.options().notificationArns().forEach(arn -> add(digest, arn));
        for (ResourceToImport imported : request.mode().imports()) {
            add(digest, imported.logicalId());
            add(digest, imported.identifier());
        }
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()), !secrets);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static void add(MessageDigest digest, Map<String, String> values) {
        add(digest, String.valueOf(values.size()));
        new TreeMap<>(values).forEach((name, value) -> {
            add(digest, name);
            add(digest, value);
        });
    }

    /** With its length, so that no two lists of texts look alike. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    /** As much of it as a name has room for. */
    String inNames() {
        return sha256.substring(0, DIGITS_IN_NAMES);
    }

    /** Whether a change set has this content by its name. */
    boolean isIn(String changeSetArn) {
        return changeSetArn.contains(inNames());
    }
}
