package io.github.sammaven.core.local.container;

/** Whose Runtime API a function's container talks to. */
public enum RuntimeApiPlace {
    /** Ours, unless the engine is on another machine or the image's own entry point is the emulator. */
    AUTO,
    /** Ours, on this machine. */
    HOST,
    /** The Runtime Interface Emulator in the image. */
    EMULATOR
}
