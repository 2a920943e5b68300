package io.github.sammaven.core.packaging.artifact;

import java.util.regex.Pattern;

/** What the text of a property stands for. */
public enum WrittenLocation {
    /** A path of this machine. */
    LOCAL,
    /** Where AWS finds it already. */
    REMOTE,
    /** An address that AWS does not take. */
    FOREIGN;

    private static final Pattern IN_S3 = Pattern.compile(
            "s3://[^/]+/.+|https://s3.*|https://[^/]+[.-]s3[.-][^/]*amazonaws\\.com(\\.cn)?/.+", Pattern.DOTALL);
    private static final Pattern HTTP = Pattern.compile("https?://.+", Pattern.DOTALL);
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*", Pattern.DOTALL);
    private static final Pattern IN_ECR =
            Pattern.compile("[0-9]{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/.+"
                    + "|(localhost|127\\.0\\.0\\.1)(:[0-9]+)?/.+");

    private static final String FILE = "file://";

    public static WrittenLocation of(String text, ArtifactKind kind) {
        if (text.contains("{{resolve:") || text.startsWith("arn:")) {
            return REMOTE;
        }
        if (kind == ArtifactKind.IMAGE) {
            return IN_ECR.matcher(text).matches() ? REMOTE : LOCAL;
        }
        if (IN_S3.matcher(text).matches()) {
            return REMOTE;
        }
        boolean template = isTemplate(kind);
        // An emulator's S3 has an address of its own, and only CloudFormation knows whether it is one.
        if (template && HTTP.matcher(text).matches()) {
            return REMOTE;
        }
        return URL.matcher(text).matches() && !(template && text.startsWith(FILE)) ? FOREIGN : LOCAL;
    }

    /** The path a local location names. */
    public static String path(String text, ArtifactKind kind) {
        return isTemplate(kind) && text.startsWith(FILE) ? text.substring(FILE.length()) : text;
    }

    private static boolean isTemplate(ArtifactKind kind) {
        return kind == ArtifactKind.NESTED_TEMPLATE || kind == ArtifactKind.VERBATIM_TEMPLATE;
    }
}
