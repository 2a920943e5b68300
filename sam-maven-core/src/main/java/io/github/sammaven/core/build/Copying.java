package io.github.sammaven.core.build;

/** Where code is used from that nothing has to be done for. */
public enum Copying {
    /** From where it is. */
    NEEDLESS,
    /** Functions from a folder of their own like those that are built; layers and what was built before from where it is. */
    FUNCTIONS,
    /** From a copy, so that the source may change meanwhile. */
    ALL
}
