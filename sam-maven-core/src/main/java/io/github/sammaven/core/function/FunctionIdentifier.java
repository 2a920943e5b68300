package io.github.sammaven.core.function;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms in which the Lambda API takes a function's name. */
final class FunctionIdentifier {

    private static final Pattern FORM = Pattern.compile("(?:arn:[a-zA-Z0-9-]+:lambda:[a-z0-9-]*:[0-9]*:function:"
            + "|(?:[0-9]{12}:)?function:)?([a-zA-Z0-9_-]+)(?::[a-zA-Z0-9$_.-]+)?");

    private FunctionIdentifier() {}

    /** The bare name in a name, a partial or a full ARN, each with or without a qualifier; empty for anything else. */
    static Optional<String> nameIn(String identifier) {
        Matcher match = FORM.matcher(identifier);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }
}
