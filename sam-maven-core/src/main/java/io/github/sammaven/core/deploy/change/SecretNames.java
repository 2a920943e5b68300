package io.github.sammaven.core.deploy.change;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells by its name or its looks whether a value is a secret. In doubt it is one. */
final class SecretNames {

    private static final Pattern NAME = Pattern.compile(
            "secret|password|passwd|passphrase|token|credential|(private|access|api|encryption|signing|master|shared|pre.?shared)"
                    + "[-_. ]?key|keymaterial|key_material|authkey|certificate_?body");

    /** A variable of a function is named by its author. */
    private static final Pattern VARIABLE =
            Pattern.compile("key|pwd|pass|auth|dsn|salt|signature|connection_?string|jdbc");

    /** Names that say what a secret is like or where it is, not what it is. */
    private static final Pattern HARMLESS = Pattern.compile(
            ".*(arn|arns|id|ids|name|names|type|validity|validityunits|ttl|enabled|length|count|days|seconds|source)");

    private static final Pattern VALUE =
            Pattern.compile("-----BEGIN |\\b(AKIA|ASIA)[A-Z0-9]{16}\\b|[a-z][a-z0-9+.-]*://[^/\\s:@]+:[^/\\s@]+@"
                    + "|(?i)\\b(password|pwd|secret)\\s*=");

    private SecretNames() {}

    /** Whether a step of {@code path} names a secret; below {@code Environment/Variables} more names count. */
    static boolean inPath(String path) {
        boolean variable = false;
        for (String step : path.split("/")) {
            String name = step.toLowerCase(Locale.ROOT);
            if (isSecret(name) || (variable && VARIABLE.matcher(name).find())) {
                return true;
            }
            variable |= name.equals("variables") || name.equals("environment");
        }
        return false;
    }

    private static boolean isSecret(String name) {
        return NAME.matcher(name).find() && !HARMLESS.matcher(name).matches();
    }

    /** Whether a value looks like a key, a token or an address with a password in it. */
    static boolean inValue(String value) {
        return VALUE.matcher(value).find();
    }
}
