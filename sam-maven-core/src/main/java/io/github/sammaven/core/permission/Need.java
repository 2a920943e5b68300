package io.github.sammaven.core.permission;

import io.github.sammaven.core.problem.SourceMark;

/**
 * Who needs a permission.
 *
 * @param name path of a resource, {@code Child/OrdersTable}, or what a goal does: {@code uploading}
 * @param type of the resource; empty for what a goal does
 * @param mark where the resource is written
 */
public record Need(String name, String type, SourceMark mark) {

    static Need of(String work) {
        return new Need(work, "", SourceMark.NONE);
    }
}
