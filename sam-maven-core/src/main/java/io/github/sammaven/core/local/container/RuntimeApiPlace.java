package io.github.sammaven.core.local.container;

/** Whose Runtime API a function's container talks to. */
public enum RuntimeApiPlace {
    /**
     * Ours: its errors, streams, limits and init times are Lambda's. The emulator's if the engine is on another machine
     * and cannot reach ours, or if the image's entry point is the emulator.
     */
    AUTO,
    /** Ours, on this machine. */
    HOST,
    /** The Runtime Interface Emulator in the image. */
    EMULATOR
}
