package io.github.sammaven.core.managed;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * Names of a companion stack and what is in it, as SAM CLI makes them.
 *
 * @param parent name of the stack it belongs to
 */
public record CompanionNames(String parent) {

    private static final int PARENT_LENGTH = 104;
    private static final int FUNCTION_LENGTH = 52;
    private static final int HASH_LENGTH = 8;
    private static final String PACKAGE_PREFIX = "sam-app-";

    /** Those of a template that is packaged, so that no stack's name is known. */
    public static CompanionNames ofTemplate(Path template) {
        String file = String.valueOf(template.getFileName());
        int dot = file.lastIndexOf('.');
        return new CompanionNames(PACKAGE_PREFIX + (dot > 0 ? file.substring(0, dot) : file));
    }

    /** At most 128 characters. */
    public String stackName() {
        return parent.substring(0, Math.min(parent.length(), PARENT_LENGTH)) + "-" + hash(parent) + "-CompanionStack";
    }

    /** @param functionPath logical id of the function, behind the path of its stack */
    public String repositoryLogicalId(String functionPath) {
        return stem(functionPath) + "Repo";
    }

    /** Name of the repository in ECR. */
    public String repositoryName(String functionPath) {
        String id = flat(functionPath);
        return plain(parent) + hash(parent) + "/" + plain(id) + hash(id) + "repo";
    }

    private static String stem(String functionPath) {
        String id = flat(functionPath);
        return id.substring(0, Math.min(id.length(), FUNCTION_LENGTH)) + hash(id);
    }

    private static String flat(String functionPath) {
        return functionPath.replace("/", "");
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String hash(String text) {
        try {
            byte[] md5 = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return String.format(Locale.ROOT, "%032x", new BigInteger(1, md5)).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
