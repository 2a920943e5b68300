package io.github.sammaven.core.function;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function as a caller of the Lambda API names it.
 *
 * @param name the bare name, behind the path of nested stacks if there is one ({@code Stack/Hello})
 * @param qualifier version or alias
 */
public record FunctionIdentifier(String name, Optional<String> qualifier) {

    private static final Pattern FORM = Pattern.compile("(?:arn:[a-zA-Z0-9-]+:lambda:[a-z0-9-]*:[0-9]*:function:"
            + "|(?:[0-9]{12}:)?function:|[0-9]{12}:)?((?:[a-zA-Z0-9_-]+/)*[a-zA-Z0-9_-]+)(?::([a-zA-Z0-9$_.-]+))?");

    /** Reads a name, a partial or a full ARN, each with or without a qualifier; empty for anything else. */
    public static Optional<FunctionIdentifier> parse(String text) {
        Matcher match = FORM.matcher(text);
        return match.matches()
                ? Optional.of(new FunctionIdentifier(match.group(1), Optional.ofNullable(match.group(2))))
                : Optional.empty();
    }
}
