package io.github.sammaven.core.deploy.cause;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A quota of the account is used up: which, and where it is raised. */
final class QuotaExceeded implements KnownCause {

    private static final Pattern NAMED = Pattern.compile("quota for (\\w+)(?:: (\\d+))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXCEEDED = Pattern.compile(
            "limit ?exceeded|exceed(?:s|ed)? (?:the )?(?:\\w+ )?(?:limit|quota)|cannot exceed quota"
                    + "|maximum number of|more \\w+ than (?:are )?allowed|limit .{0,60}(?:reached|exceeded)|quota .{0,40}exceeded",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<String> hint(FailedResource failed) {
        ServiceReason reason = failed.reason();
        boolean exceeded = reason.handlerCode().equals("ServiceLimitExceeded")
                || reason.code().contains("LimitExceeded")
                || EXCEEDED.matcher(reason.text()).find();
        if (!exceeded) {
            return Optional.empty();
        }
        Matcher named = NAMED.matcher(reason.text());
        String quota = named.find()
                ? named.group(1) + (named.group(2) == null ? "" : " (now " + named.group(2) + ")")
                : "of " + service(failed) + " for " + failed.type();
        return Optional.of("the quota " + quota + " is used up: remove what is not needed, or ask for more in"
                + " Service Quotas, " + service(failed));
    }

    private static String service(FailedResource failed) {
        String[] parts = failed.type().split("::");
        return parts.length == 3 && parts[0].equals("AWS") ? parts[1] : "AWS";
    }
}
