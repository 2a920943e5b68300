package io.github.sammaven.core.validate;

import io.github.sammaven.core.template.LocalValues;

/**
 * What a validation may assume.
 *
 * @param values parameter values and region; given parameters are checked against their declarations
 */
public record ValidationRequest(LocalValues values) {

    public static ValidationRequest defaults() {
        return new ValidationRequest(LocalValues.defaults());
    }
}
