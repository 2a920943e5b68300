package io.github.sammaven.core.deploy;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Everything that can be known of a request before the first call. */
final class RequestCheck {

    /** CloudFormation API, CreateChangeSet: StackName, Tags, Tag, NotificationARNs. */
    private static final Pattern STACK_NAME = Pattern.compile("[a-zA-Z][-a-zA-Z0-9]*");

    private static final int MAX_STACK_NAME = 128;
    private static final int MAX_TAGS = 50;
    private static final int MAX_TAG_KEY = 128;
    private static final int MAX_TAG_VALUE = 256;
    private static final int MAX_NOTIFICATION_ARNS = 5;

    /** CloudFormation quotas, template body size in a request and in S3. */
    private static final int MAX_INLINE_BYTES = 51_200;

    private static final int MAX_UPLOADED_BYTES = 1_048_576;

    private final DeployRequest request;

    RequestCheck(DeployRequest request) {
        this.request = request;
    }

    /** @throws InvalidOptionException with all that is wrong */
    void check() {
        List<Problem> problems = new ArrayList<>(stackName());
        problems.addAll(
                new ParameterCheck(request.template().tree(), request.options().parameters()).problems());
        problems.addAll(tags());
        int topics = request.options().notificationArns().size();
        if (topics > MAX_NOTIFICATION_ARNS) {
            problems.add(
                    error("a stack takes at most " + MAX_NOTIFICATION_ARNS + " notification ARNs, not " + topics, ""));
        }
        problems.addAll(size());
        if (!problems.isEmpty()) {
            throw new InvalidOptionException(problems);
        }
    }

    private List<Problem> stackName() {
        String name = request.stackName();
        if (name.isEmpty()) {
            return List.of(error("no stack name was given", "set -Dsam.stackName=NAME"));
        }
        if (!STACK_NAME.matcher(name).matches()) {
            return List.of(error(
                    "'" + name + "' cannot be the name of a stack",
                    "use letters, digits and hyphens, and start with a letter"));
        }
        return name.length() <= MAX_STACK_NAME
                ? List.of()
                : List.of(error(
                        "the stack name has " + name.length() + " of at most " + MAX_STACK_NAME + " characters",
                        "choose a shorter one"));
    }

    private List<Problem> tags() {
        List<Problem> problems = new ArrayList<>();
        int count = request.options().tags().size();
        if (count > MAX_TAGS) {
            problems.add(error("a stack takes at most " + MAX_TAGS + " tags, not " + count, ""));
        }
        request.options().tags().forEach((key, value) -> {
            if (key.isEmpty() || key.length() > MAX_TAG_KEY || value.length() > MAX_TAG_VALUE) {
                problems.add(error(
                        "the tag '" + key + "' has " + key.length() + " characters in its key and " + value.length()
                                + " in its value",
                        "a key has 1 to " + MAX_TAG_KEY + ", a value at most " + MAX_TAG_VALUE));
            }
            if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
                problems.add(error("the tag '" + key + "' is reserved", "choose a key that does not start with aws:"));
            }
        });
        return problems;
    }

    private List<Problem> size() {
        int bytes = request.template().body().getBytes(StandardCharsets.UTF_8).length;
        boolean uploaded = request.template().upload().isPresent();
        int limit = uploaded ? MAX_UPLOADED_BYTES : MAX_INLINE_BYTES;
        if (bytes <= limit) {
            return List.of();
        }
        String message = String.format(
                Locale.ROOT,
                "the packaged template has %,d bytes; CloudFormation takes at most %,d %s",
                bytes,
                limit,
                uploaded ? "from a bucket" : "without a bucket");
        return List.of(error(message, uploaded ? "move a part of it into a nested stack" : "set -Dsam.s3Bucket=NAME"));
    }

    private static Problem error(String message, String suggestion) {
        return Problem.error(SourceMark.NONE, message, suggestion);
    }
}
