package io.github.sammaven.core.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills the ARNs of the table in for one resource. */
final class ArnPattern {

    private static final Pattern PLACE = Pattern.compile("\\{([^}|]+)(?:\\|([^}]*))?}");
    private static final String PARTITION = "arn:${AWS::Partition}:";

    private final StackNames names;
    private final String logicalId;

    ArnPattern(StackNames names, String logicalId) {
        this.names = names;
        this.logicalId = logicalId;
    }

    /** The ARN of all generations of a stack. */
    static String stack(String stackName) {
        return PARTITION + "cloudformation:${AWS::Region}:${AWS::AccountId}:stack/" + stackName + "/*";
    }

    /** @param values what <code>{value}</code> stands for */
    List<String> of(String pattern, List<String> values) {
        List<String> done = List.of("");
        Matcher places = PLACE.matcher(pattern);
        int end = 0;
        while (places.find()) {
            done = append(done, List.of(pattern.substring(end, places.start())));
            done = append(done, filling(places.group(1), places.group(2), values));
            end = places.end();
        }
        return append(done, List.of(pattern.substring(end))).stream()
                .map(arn -> arn.replace(":parameter//", ":parameter/").replaceAll("\\*{2,}", "*"))
                .distinct()
                .toList();
    }

    private List<String> filling(String place, @Nullable String otherwise, List<String> values) {
        return switch (place) {
            case "p" -> List.of("${AWS::Partition}");
            case "r" -> List.of("${AWS::Region}");
            case "a" -> List.of("${AWS::AccountId}");
            case "name" -> names.names(logicalId);
            case "value" -> values.isEmpty() ? List.of("*") : values;
            default -> {
                List<String> found = names.textsAt(logicalId, place);
                yield found.isEmpty() ? List.of(otherwise == null ? "*" : otherwise) : found;
            }
        };
    }

    /** A piece that is an ARN replaces what comes before it. */
    private static List<String> append(List<String> before, List<String> pieces) {
        List<String> all = new ArrayList<>();
        for (String start : before) {
            for (String piece : pieces) {
                if (piece.startsWith("arn:") && !start.isEmpty()) {
                    all.add(piece);
                } else if (start.endsWith(":key/") && piece.startsWith("alias/")) {
                    all.add(start + "*");
                } else if (start.endsWith(":repository/")) {
                    all.addAll(repository(start, piece));
                } else {
                    boolean path = piece.equals("*")
                            && !start.isEmpty()
                            && Character.isLetter(start.charAt(start.length() - 1));
                    all.add(start + (path ? "/" : "") + piece);
                }
            }
        }
        return all;
    }

    /** Of the address of an image; one that is on this machine is pushed to a repository that is told elsewhere. */
    private static List<String> repository(String start, String address) {
        Matcher uri = Pattern.compile("(\\d{12}|\\$\\{AWS::AccountId})\\.dkr\\.ecr\\.([^.]+)\\.[^/]+/([^:@]+).*")
                .matcher(address);
        if (uri.matches()) {
            return List.of(PARTITION + "ecr:" + uri.group(2) + ":" + uri.group(1) + ":repository/" + uri.group(3));
        }
        return address.contains(".") || address.contains(":") ? List.of() : List.of(start + address);
    }
}
