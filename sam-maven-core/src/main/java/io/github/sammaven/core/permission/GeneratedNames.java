package io.github.sammaven.core.permission;

import java.util.Locale;

/**
 * What the names are like that CloudFormation makes: {@code STACK-LogicalId-RANDOM}. Names that would be too long are cut;
 * stack and logical id share what is left.
 */
final class GeneratedNames {

    /** A hyphen and twelve characters; older handlers take thirteen. */
    private static final int RANDOM = 14;

    private GeneratedNames() {}

    /**
     * @param stack name of the stack, ending in {@code *} for one that has such a name itself
     * @param max longest name
     */
    static String pattern(String stack, String logicalId, int max, boolean lowerCase) {
        int unknown = stack.indexOf('*');
        String known = unknown < 0 ? stack : stack.substring(0, unknown);
        int stackLength = unknown < 0 ? stack.length() : known.length() + RANDOM;
        String pattern = cut(stack, known, stackLength, logicalId, max);
        return lowerCase ? pattern.toLowerCase(Locale.ROOT) : pattern;
    }

    private static String cut(String stack, String known, int stackLength, String logicalId, int max) {
        int free = max - RANDOM - 1;
        if (stackLength + logicalId.length() <= free) {
            return stack + "-" + logicalId + "-*";
        }
        int half = free / 2;
        if (stackLength <= half && known.length() == stackLength) {
            return stack + "-" + logicalId.substring(0, Math.min(logicalId.length(), free - stackLength)) + "*";
        }
        int share = logicalId.length() < half ? free - logicalId.length() : half;
        return known.substring(0, Math.min(known.length(), share)) + "*";
    }
}
