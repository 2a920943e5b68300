package io.github.sammaven.core.capability;

import java.util.Arrays;
import java.util.List;

/** What the caller may grant. The names are those of the CloudFormation API. */
public enum Capability {
    /** IAM resources. */
    CAPABILITY_IAM,
    /** IAM resources, also with names of their own. */
    CAPABILITY_NAMED_IAM,
    /** Macros in nested stacks. */
    CAPABILITY_AUTO_EXPAND;

    static List<String> names() {
        return Arrays.stream(values()).map(Capability::name).toList();
    }

    /** Whether one of the names that were given grants this. */
    boolean isGrantedBy(List<String> given) {
        return given.contains(name()) || this == CAPABILITY_IAM && given.contains(CAPABILITY_NAMED_IAM.name());
    }
}
