package io.github.sammaven.core.parameter;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an entry in the Parameter Store, as a value of the types {@code AWS::SSM::Parameter::Name} and
 * {@code AWS::SSM::Parameter::Value<...>}. Source: Systems Manager API, PutParameter, Name; GetParameters, Names.
 */
final class StoredName {

    private static final int MAX_LENGTH = 1011;
    private static final int MAX_LEVELS = 15;

    /** Also an entry of another account by its ARN, and one version or label of an entry. */
    private static final Pattern NAME = Pattern.compile(
            "(?:arn:[^:]+:ssm:[^:]*:[^:]*:parameter/)?(?<path>[A-Za-z0-9_.\\-/]+)(?::[A-Za-z0-9_.\\-]+)?");

    private StoredName() {}

    /** Why {@code value} can be no name, as the end of a sentence. */
    static Optional<String> refusal(String value) {
        var match = NAME.matcher(value);
        if (!match.matches()) {
            return Optional.of("is no name in the Parameter Store: letters, digits and _ . - / only");
        }
        String path = match.group("path");
        if (path.length() > MAX_LENGTH) {
            return Optional.of("has " + path.length() + " of at most " + MAX_LENGTH + " characters of a name in the"
                    + " Parameter Store");
        }
        if (path.contains("/") && !path.startsWith("/") && !value.startsWith("arn:")) {
            return Optional.of("is no name in the Parameter Store: one with levels starts with /");
        }
        long levels = path.chars().filter(character -> character == '/').count();
        if (levels > MAX_LEVELS) {
            return Optional.of(
                    "has " + levels + " of at most " + MAX_LEVELS + " levels of a name in the Parameter Store");
        }
        return isReserved(path)
                ? Optional.of("is no name in the Parameter Store: only those of AWS start with aws or ssm")
                : Optional.empty();
    }

    private static boolean isReserved(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.startsWith("aws") || name.startsWith("ssm");
    }
}
