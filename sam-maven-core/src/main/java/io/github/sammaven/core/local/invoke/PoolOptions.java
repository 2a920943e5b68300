package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.problem.InvalidOptionException;

/**
 * How many environments a function may have.
 *
 * @param warm whether they are kept
 * @param min how many are made ahead with {@link WarmMode#EAGER}, at least 1
 * @param max how many run at the same time; further callers wait
 */
public record PoolOptions(WarmMode warm, int min, int max) {

    /** The number of environments beyond which callers wait, if nothing else is said. */
    public static final int DEFAULT_MAX = 10;

    /** @throws InvalidOptionException if the numbers contradict each other */
    public PoolOptions {
        if (min < 1 || max < min) {
            throw new InvalidOptionException(
                    "a function cannot have " + min + " to " + max + " environments",
                    "the smallest number is 1, and the largest not below it");
        }
    }

    /** One environment ahead if {@code warm} says so, at most {@value #DEFAULT_MAX}. */
    public static PoolOptions of(WarmMode warm) {
        return new PoolOptions(warm, 1, DEFAULT_MAX);
    }
}
