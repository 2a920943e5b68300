package io.github.sammaven.core.config;

import java.util.function.Function;

/**
 * A value and where it was given.
 *
 * @param value the value, of the type that was asked for
 * @param origin the place to name in messages
 */
public record Setting<T>(T value, Origin origin) {

    public <R> Setting<R> map(Function<? super T, ? extends R> change) {
        return new Setting<>(change.apply(value), origin);
    }
}
