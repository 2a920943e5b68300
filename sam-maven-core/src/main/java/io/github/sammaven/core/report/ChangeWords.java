package io.github.sammaven.core.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts what changes in a resource into words. */
public final class ChangeWords {

    /** A value of more characters than this tells nothing at a glance. */
    private static final int SHORT = 40;

    private ChangeWords() {}

    /** {@code MemorySize 512 → 1024}, {@code Code changed}, {@code Role may change: depends on OrdersRole.Arn}. */
    public static String of(PropertyChange change) {
        if (change.dynamic() && (change.before().isEmpty() || isKnownLater(change.after()))) {
            return change.name() + " may change" + depends(change.causes());
        }
        return change.name() + values(change) + because(change.causes());
    }

    /**
     * Why a resource is replaced: {@code because KeySchema changes}, with the causes where there are any; empty if the
     * service did not say.
     */
    public static String replacement(ResourceChange change) {
        List<PropertyChange> replacing = change.replacing();
        if (replacing.isEmpty()) {
            return "";
        }
        String names = replacing.stream().map(PropertyChange::name).distinct().collect(Collectors.joining(" and "));
        boolean perhaps = replacing.stream().allMatch(PropertyChange::dynamic);
        boolean one = replacing.size() == 1;
        String verb = perhaps ? " may change" : one ? " changes" : " change";
        List<ChangeCause> causes = replacing.stream()
                .flatMap(property -> property.causes().stream())
                .distinct()
                .toList();
        return "because " + names + verb + (causes.isEmpty() ? "" : ": " + words(causes));
    }

    private static String values(PropertyChange change) {
        if (change.hidden()) {
            return " changed (not shown)";
        }
        Optional<String> before = change.before().filter(ChangeWords::isShort);
        Optional<String> after = change.after().filter(ChangeWords::isShort);
        if (isKnownLater(change.after())) {
            return before.map(old -> " " + old).orElse("") + " → known during the deployment";
        }
        if (change.before().isPresent() && change.after().isPresent()) {
            return before.isPresent() && after.isPresent() ? " " + before.get() + " → " + after.get() : " changed";
        }
        if (change.after().isPresent()) {
            return after.map(fresh -> " set to " + fresh).orElse(" set");
        }
        if (change.before().isPresent()) {
            return before.map(old -> " removed, was " + old).orElse(" removed");
        }
        return "";
    }

    private static String because(List<ChangeCause> causes) {
        return causes.isEmpty() ? "" : " because " + words(causes);
    }

    private static String depends(List<ChangeCause> causes) {
        List<String> entities = causes.stream()
                .map(cause -> switch (cause.kind()) {
                    case PARAMETER -> "parameter " + cause.entity();
                    case RESOURCE -> cause.entity();
                    case REPLACEMENT -> cause.entity() + ", which is replaced";
                    case NESTED_STACK -> "what changes in the nested stack";
                })
                .toList();
        return entities.isEmpty() ? "" : ": depends on " + String.join(" and ", entities);
    }

    private static String words(List<ChangeCause> causes) {
        return causes.stream().map(ChangeCause::words).collect(Collectors.joining(" and "));
    }

    private static boolean isKnownLater(Optional<String> value) {
        return value.filter(PropertyChange.KNOWN_LATER::equals).isPresent();
    }

    private static boolean isShort(String value) {
        return value.length() <= SHORT && value.indexOf('\n') < 0;
    }
}
