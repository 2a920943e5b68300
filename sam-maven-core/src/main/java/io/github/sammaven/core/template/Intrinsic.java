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

    public static final String JOIN = "Fn::Join";
    public static final String FIND_IN_MAP = "Fn::FindInMap";

    private static final String PREFIX = "Fn::";
    private static final MappingNode NO_VALUE = ref("AWS::NoValue");

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

    public static MappingNode ref(String name) {
        return MappingNode.of(REF, ScalarNode.string(name));
    }

    public static MappingNode getAtt(String logicalId, String attribute) {
        return MappingNode.of(GET_ATT, SequenceNode.ofTexts(logicalId, attribute));
    }

    public static MappingNode sub(String text) {
        return MappingNode.of(SUB, ScalarNode.string(text));
    }

    /** {@code Fn::Sub} with values for names that stand for no resource. */
    public static MappingNode sub(String text, MappingNode variables) {
        return MappingNode.of(SUB, SequenceNode.of(ScalarNode.string(text), variables));
    }

    public static MappingNode join(String delimiter, Node... parts) {
        return MappingNode.of(JOIN, SequenceNode.of(ScalarNode.string(delimiter), SequenceNode.of(parts)));
    }

    public static MappingNode ifElse(String condition, Node then, Node otherwise) {
        return MappingNode.of(IF, SequenceNode.of(ScalarNode.string(condition), then, otherwise));
    }

    /** The function that removes what it stands for. */
    public static MappingNode noValue() {
        return NO_VALUE;
    }

    public static boolean isNoValue(Node node) {
        return NO_VALUE.equals(node);
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
