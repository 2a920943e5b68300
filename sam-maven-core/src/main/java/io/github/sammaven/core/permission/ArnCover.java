package io.github.sammaven.core.permission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Which ARN patterns others make superfluous. In IAM {@code *} stands for any text, colons and slashes included. */
final class ArnCover {

    private ArnCover() {}

    /** Whether everything that {@code narrow} matches is matched by {@code wide}. */
    static boolean covers(String wide, String narrow) {
        if (wide.equals(narrow)) {
            return true;
        }
        if (wide.indexOf('*') < 0) {
            return false;
        }
        StringBuilder expression = new StringBuilder();
        for (String part : wide.split("\\*", -1)) {
            expression.append(expression.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(expression.toString(), Pattern.DOTALL)
                .matcher(narrow)
                .matches();
    }

    static boolean coversAll(Collection<String> wide, Collection<String> narrow) {
        return narrow.stream().allMatch(arn -> wide.stream().anyMatch(pattern -> covers(pattern, arn)));
    }

    /** Without those that another one covers. */
    static List<String> least(List<String> arns) {
        List<String> kept = new ArrayList<>();
        for (String arn : arns) {
            boolean covered = arns.stream().anyMatch(other -> !other.equals(arn) && covers(other, arn));
            if (!covered) {
                kept.add(arn);
            }
        }
        return kept;
    }
}
