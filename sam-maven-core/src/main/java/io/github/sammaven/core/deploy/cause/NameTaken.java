package io.github.sammaven.core.deploy.cause;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Something has the name already: another stack, or something that belongs to none. */
final class NameTaken implements KnownCause {

    private static final Pattern IN_STACK =
            Pattern.compile("(\\S+) already exists in stack arn:[^:]+:cloudformation:([^:]*):[^:]*:stack/([^/\\s]+)");
    private static final Pattern IDENTIFIER =
            Pattern.compile("identifier '([^']+)' already exists", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED = Pattern.compile("(\\S+) already exists");
    private static final Pattern IN_JSON = Pattern.compile(":\\s*\"([^\"]+)\"");

    @Override
    public Optional<String> hint(FailedResource failed) {
        ServiceReason reason = failed.reason();
        String text = reason.text();
        Matcher stack = IN_STACK.matcher(text);
        if (stack.find()) {
            return Optional.of(stack.group(1) + " belongs to the stack " + stack.group(3)
                    + ": choose another name, or leave the name out so that CloudFormation makes one");
        }
        boolean taken = reason.handlerCode().equals("AlreadyExists")
                || text.toLowerCase(Locale.ROOT).contains("already exists")
                || text.contains("BucketAlreadyOwnedByYou");
        if (!taken) {
            return Optional.empty();
        }
        String name = name(text);
        if (failed.type().equals("AWS::S3::Bucket")) {
            return Optional.of("bucket names are taken for all accounts of the world: choose another than " + name
                    + ", or leave BucketName out");
        }
        if (failed.type().equals("AWS::Logs::LogGroup")) {
            return Optional.of("Lambda makes a function's log group when it is first invoked: delete it"
                    + " (aws logs delete-log-group --log-group-name " + name + "), or import it into the stack");
        }
        return Optional.of(name + " was not made by this stack: choose another name, leave the name out, delete it,"
                + " or import it into the stack");
    }

    private static String name(String text) {
        Matcher identifier = IDENTIFIER.matcher(text);
        if (identifier.find()) {
            Matcher json = IN_JSON.matcher(identifier.group(1));
            return json.find() ? json.group(1) : identifier.group(1);
        }
        Matcher named = NAMED.matcher(text);
        return named.find() ? named.group(1) : "what has the name";
    }
}
