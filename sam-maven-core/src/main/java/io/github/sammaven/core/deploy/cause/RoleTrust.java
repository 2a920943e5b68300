package io.github.sammaven.core.deploy.cause;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service cannot assume the role it was given. */
final class RoleTrust implements KnownCause {

    private static final Pattern NOT_ASSUMED = Pattern.compile(
            "cannot be assumed|(?:could not|unable to|not able to|failed to|permissions required to) assume"
                    + "|authorized to assume the provided role|to assume the role",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PRINCIPAL = Pattern.compile("([a-z-]+)\\.amazonaws\\.com");

    @Override
    public Optional<String> hint(FailedResource failed) {
        String text = failed.reason().text();
        if (!NOT_ASSUMED.matcher(text).find()) {
            return Optional.empty();
        }
        String role = failed.role().map(own -> ": see " + own).orElse("");
        String late = failed.roles().isEmpty()
                ? ""
                : "\na role that was made seconds ago may not be known everywhere: if the policy is right, deploy again";
        return Optional.of("the role's trust policy must name " + principal(failed, text) + role + late);
    }

    private static String principal(FailedResource failed, String text) {
        Matcher named = PRINCIPAL.matcher(text);
        if (named.find()) {
            return named.group();
        }
        if (failed.isOf("StepFunctions")) {
            return "states.amazonaws.com";
        }
        if (failed.isOf("CodeDeploy")) {
            return "codedeploy.amazonaws.com";
        }
        if (failed.isOf("ApiGateway") || failed.isOf("ApiGatewayV2")) {
            return "apigateway.amazonaws.com";
        }
        if (failed.isOf("Scheduler")) {
            return "scheduler.amazonaws.com";
        }
        if (failed.isOf("Pipes")) {
            return "pipes.amazonaws.com";
        }
        return failed.isOf("Events") ? "events.amazonaws.com" : "lambda.amazonaws.com";
    }
}
