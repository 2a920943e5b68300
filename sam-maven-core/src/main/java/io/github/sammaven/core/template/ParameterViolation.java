package io.github.sammaven.core.template;

/**
 * Why a value is refused by the declaration of its parameter, as parts of a sentence.
 *
 * @param value the refused value or list item in quotes, shortened if it is long; empty for a {@code NoEcho} parameter
 * @param reason the end of the sentence, {@code is over MaxValue 5}
 * @param wayOut what the template says of its values, or a value that is near; may be empty
 */
public record ParameterViolation(String value, String reason, String wayOut) {

    /** {@code the value 'x' of P is not a number}, or without the value if that is secret. */
    public String sentence(String subject, String complement) {
        return subject + (value.isEmpty() ? "" : " " + value) + (complement.isEmpty() ? "" : " " + complement) + " "
                + reason;
    }
}
