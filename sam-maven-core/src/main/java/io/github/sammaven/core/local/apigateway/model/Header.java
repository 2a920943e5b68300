package io.github.sammaven.core.local.apigateway.model;

/**
 * One line of the head of a request or response.
 *
 * @param name as it was written
 */
public record Header(String name, String value) {

    /** Names differ by more than small and capital letters. */
    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
