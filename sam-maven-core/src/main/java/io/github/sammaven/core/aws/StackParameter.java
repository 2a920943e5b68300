package io.github.sammaven.core.aws;

import java.util.Optional;

/**
 * What a parameter of the template gets.
 *
 * @param name its logical id
 * @param value the value, possibly a secret; if empty, the stack keeps the value it has
 */
public record StackParameter(String name, Optional<String> value) {

    /** Without the value. */
    @Override
    public String toString() {
        return "StackParameter[" + name + "]";
    }
}
