package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.ResourceToImport;
import io.github.sammaven.core.limits.Quota;
import io.github.sammaven.core.limits.Quotas;
import io.github.sammaven.core.parameter.ParameterCheck;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Template;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everything that can be known of a request before the first call. */
final class RequestCheck {

    /** CloudFormation API, CreateChangeSet, StackName. */
    private static final Pattern STACK_NAME = Pattern.compile("[a-zA-Z][-a-zA-Z0-9]*");

    private final DeployRequest request;

    RequestCheck(DeployRequest request) {
        this.request = request;
    }

    /** @throws InvalidOptionException with all that is wrong */
    void check() {
        List<Problem> problems = new ArrayList<>(stackName());
        problems.addAll(parameters());
        problems.addAll(tags());
        int topics = request.options().notificationArns().size();
        if (Quotas.NOTIFICATION_ARNS.isExceededBy(topics)) {
            problems.add(error(
                    "a stack takes at most " + Quotas.NOTIFICATION_ARNS.value() + " notification ARNs, not " + topics,
                    ""));
        }
        problems.addAll(imports());
        problems.addAll(size());
        if (!problems.isEmpty()) {
            throw new InvalidOptionException(problems);
        }
    }

    private List<Problem> parameters() {
        ParameterCheck check = ParameterCheck.ofValues(
                request.template().tree(), request.options().parameters());
        List<Problem> problems = new ArrayList<>(
                check.problems().stream().filter(Problem::isError).toList());
        if (!problems.isEmpty()) {
            problems.addAll(check.perhapsMissing());
        }
        return problems;
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
        return Quotas.STACK_NAME.isExceededBy(name.length())
                ? List.of(error(
                        "the stack name has " + name.length() + " of at most "
                                + Quotas.STACK_NAME.amount(Quotas.STACK_NAME.value()),
                        "choose a shorter one"))
                : List.of();
    }

    private List<Problem> tags() {
        List<Problem> problems = new ArrayList<>();
        int count = request.options().tags().size();
        if (Quotas.STACK_TAGS.isExceededBy(count)) {
            problems.add(error("a stack takes at most " + Quotas.STACK_TAGS.value() + " tags, not " + count, ""));
        }
        request.options().tags().forEach((key, value) -> {
            if (key.isEmpty()
                    || Quotas.TAG_KEY.isExceededBy(key.length())
                    || Quotas.TAG_VALUE.isExceededBy(value.length())) {
                problems.add(error(
                        "the tag '" + key + "' has " + key.length() + " characters in its key and " + value.length()
                                + " in its value",
                        "a key has 1 to " + Quotas.TAG_KEY.value() + ", a value at most " + Quotas.TAG_VALUE.value()));
            }
            if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
                problems.add(error("the tag '" + key + "' is reserved", "choose a key that does not start with aws:"));
            }
        });
        return problems;
    }

    /** The service keeps this rule so that nothing is lost if the import is undone. */
    private List<Problem> imports() {
        Template template = request.template().tree();
        List<Problem> problems = new ArrayList<>();
        for (ResourceToImport imported : request.mode().imports()) {
            String id = imported.logicalId();
            Optional<MappingNode> resource = template.resource(id);
            if (resource.isEmpty()) {
                problems.add(error(
                        "'" + id + "' is to be imported, but the template has no such resource",
                        NearestName.suggestion(id, template.section("Resources").keySet())));
            } else if (!resource.get().has("DeletionPolicy")) {
                problems.add(Problem.error(
                        template.resourceMark(id),
                        id + " has no DeletionPolicy, which every resource needs that is imported",
                        "add DeletionPolicy: Retain"));
            }
        }
        return problems;
    }

    private List<Problem> size() {
        int bytes = request.template().body().getBytes(StandardCharsets.UTF_8).length;
        boolean uploaded = request.template().upload().isPresent();
        Quota quota = uploaded ? Quotas.TEMPLATE_IN_S3 : Quotas.TEMPLATE_INLINE;
        if (!quota.isExceededBy(bytes)) {
            return List.of();
        }
        String message = "the packaged template has " + quota.amount(bytes) + "; CloudFormation takes at most "
                + quota.amount(quota.value()) + (uploaded ? " from a bucket" : " without a bucket");
        return List.of(error(
                message,
                uploaded
                        ? "move a part of it into a nested stack"
                        : "set -Dsam.s3Bucket=NAME or -Dsam.resolveS3=true"));
    }

    private static Problem error(String message, String suggestion) {
        return Problem.error(SourceMark.NONE, message, suggestion);
    }
}
