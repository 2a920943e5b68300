package io.github.sammaven.plugin.console;

import io.github.sammaven.core.permission.ArnValues;
import io.github.sammaven.core.permission.PolicyDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of a plan, in a line or two. */
public final class PolicyLines {

    private PolicyLines() {}

    /** @param files as they are shown, one for each policy */
    public static List<String> of(List<PolicyDocument> policies, ArnValues values, List<Path> files) {
        List<String> lines = new ArrayList<>();
        if (policies.size() > 1) {
            lines.add("One policy would be over IAM's limit, so there are " + policies.size() + "; attach all of them");
        }
        for (int i = 0; i < policies.size(); i++) {
            PolicyDocument policy = policies.get(i);
            lines.add(String.format(
                    Locale.ROOT,
                    "%s, %,d of %,d characters  ->  %s",
                    Units.count(policy.statements().size(), "statement"),
                    policy.size(values),
                    PolicyDocument.MAX_MANAGED,
                    files.get(i)));
        }
        return lines;
    }
}
