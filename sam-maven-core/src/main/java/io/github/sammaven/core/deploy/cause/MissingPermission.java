package io.github.sammaven.core.deploy.cause;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody may not do something: who, what exactly, and which kind of policy stands in the way. */
final class MissingPermission implements KnownCause {

    private static final Pattern REFUSED = Pattern.compile(
            "(?:User: (\\S+) )?is not authorized to perform: ([\\w-]+:\\w+\\*?)(?: on resource: (\\S+))?");
    private static final Pattern EC2 = Pattern.compile(
            "API: ([\\w-]+:\\w+) (?:You are not authorized|is not authorized|Not authorized)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ROLE = Pattern.compile(":(?:assumed-role|role)/([^/]+)(?:/(\\S+))?");

    /** Sessions of a role that CloudFormation was given have this name. */
    private static final String CLOUDFORMATION = "AWSCloudFormation";

    @Override
    public Optional<String> hint(FailedResource failed) {
        String text = failed.reason().text();
        Matcher refused = REFUSED.matcher(text);
        if (refused.find()) {
            String resource = refused.group(3) == null ? "" : " on " + trimmed(refused.group(3));
            return Optional.of(who(failed, refused.group(1)) + " " + refused.group(2) + resource + barrier(text)
                    + more(refused.group(2)));
        }
        Matcher ec2 = EC2.matcher(text);
        if (ec2.find()) {
            return Optional.of(who(failed, null) + " " + ec2.group(1));
        }
        boolean denied = failed.reason().handlerCode().equals("AccessDenied")
                || failed.reason().code().startsWith("AccessDenied");
        return denied
                ? Optional.of("the caller, or the role CloudFormation was given, lacks a permission for "
                        + failed.type() + "; -Dsam.preflight=true names those that are missing")
                : Optional.empty();
    }

    private static String trimmed(String resource) {
        return resource.endsWith(".") || resource.endsWith(",") || resource.endsWith(";")
                ? resource.substring(0, resource.length() - 1)
                : resource;
    }

    private static String who(FailedResource failed, @Nullable String principal) {
        if (principal == null) {
            return "the caller, or the role CloudFormation was given, needs";
        }
        Matcher role = ROLE.matcher(principal);
        boolean isRole = role.find();
        if (isRole && CLOUDFORMATION.equals(role.group(2))) {
            return "the role CloudFormation was given (" + role.group(1) + ") needs";
        }
        if (isRole && isCustom(failed)) {
            return "the role of the function behind " + failed.logicalId() + " (" + role.group(1) + ") needs";
        }
        return "the caller (" + (isRole ? "role " + role.group(1) : name(principal)) + ") needs";
    }

    private static boolean isCustom(FailedResource failed) {
        return failed.type().startsWith("Custom::") || failed.type().equals("AWS::CloudFormation::CustomResource");
    }

    private static String name(String principal) {
        return principal.substring(principal.lastIndexOf(':') + 1);
    }

    /** More rights do not help against a denial. */
    private static String barrier(String text) {
        if (text.contains("explicit deny in a service control policy")) {
            return "\na service control policy of the organization denies it: no policy of the account can allow it";
        }
        if (text.contains("explicit deny")) {
            return "\na policy denies it expressly; that counts more than any that allows it";
        }
        return text.contains("permissions boundary") ? "\nits permissions boundary must allow it too" : "";
    }

    private static String more(String action) {
        return action.equals("iam:PassRole")
                ? "\nwithout it no role can be given to a function; limit it with the condition iam:PassedToService"
                : "";
    }
}
