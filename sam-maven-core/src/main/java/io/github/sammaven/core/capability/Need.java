package io.github.sammaven.core.capability;

import io.github.sammaven.core.problem.SourceMark;

/**
 * Why a capability is needed.
 *
 * @param capability what is needed
 * @param resource the path of the resource that needs it, {@code Child/OrdersRole}
 * @param mark where the resource is written, or the one it was generated for
 * @param reason the end of a sentence that starts with the resource: {@code is an IAM resource}
 */
public record Need(Capability capability, String resource, SourceMark mark, String reason) {

    /** {@code OrdersRole (template.yaml:3:5) has the name orders}. */
    @Override
    public String toString() {
        return resource + (mark.isKnown() ? " (" + mark + ")" : "") + " " + reason;
    }
}
