package io.github.sammaven.core.local.invoke;

/** Whether environments outlive a call, and when they are made. */
public enum WarmMode {
    /** Every call gets a new environment, which ends with it. */
    NONE,
    /** Made when a call needs one, and kept. */
    LAZY,
    /** Some are made ahead of the first call; more as calls need them. */
    EAGER
}
