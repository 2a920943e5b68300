package io.github.sammaven.core.template;

import java.util.Optional;

/**
 * An intrinsic function seen in a mapping of exactly one key: {@code Ref}, {@code Condition} or {@code Fn::...}.
 *
 * @param name the long name, {@code Ref} or {@code Fn::GetAtt}
 * @param argument what it is applied to
 * @param node the mapping itself
 */
public record Intrinsic(String name, Node argument, MappingNode node) {

    public static final String REF = "Ref";
    public static final String CONDITION = "Condition";
    public static final String GET_ATT = "Fn::GetAtt";
    public static final String SUB = "Fn::Sub";
    public static final String IF = "Fn::If";

    private static final String PREFIX = "Fn::";

    /** The function {@code node} is, if it is one; unknown {@code Fn::} names count too. */
    public static Optional<Intrinsic> of(Node node) {
        if (!(node instanceof MappingNode mapping) || mapping.size() != 1) {
            return Optional.empty();
        }
        var entry = mapping.entries().entrySet().iterator().next();
        return isName(entry.getKey())
                ? Optional.of(new Intrinsic(entry.getKey(), entry.getValue(), mapping))
                : Optional.empty();
    }

    public static boolean isName(String key) {
        return key.startsWith(PREFIX) || key.equals(REF) || key.equals(CONDITION);
    }

    /** The long name of the tag {@code !suffix}. */
    static String nameOfTag(String suffix) {
        return suffix.equals(REF) || suffix.equals(CONDITION) || suffix.startsWith(PREFIX) ? suffix : PREFIX + suffix;
    }

    /** The short tag of this function, {@code !GetAtt}. */
    String tag() {
        return "!" + (name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name);
    }

    public boolean is(String functionName) {
        return name.equals(functionName);
    }
}
