package io.github.sammaven.core.report;

/**
 * Why a property changes.
 *
 * @param kind what it comes from
 * @param entity the parameter or the resource, with the attribute that is used of it: {@code OrdersRole.Arn}; empty if
 *     there is none
 */
public record ChangeCause(Kind kind, String entity) {

    /** The end of a sentence: {@code parameter Stage changes}. */
    public String words() {
        return switch (kind) {
            case PARAMETER -> "parameter " + entity + " changes";
            case RESOURCE -> entity + " changes";
            case REPLACEMENT -> entity + " is replaced";
            case NESTED_STACK -> "something in the nested stack may change";
        };
    }

    /** What a change comes from. */
    public enum Kind {
        PARAMETER,
        RESOURCE,
        /** The other resource is made anew. */
        REPLACEMENT,
        /** CloudFormation looks into every nested stack. */
        NESTED_STACK
    }
}
