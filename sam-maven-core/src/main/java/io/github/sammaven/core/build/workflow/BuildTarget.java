package io.github.sammaven.core.build.workflow;

import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.template.MappingNode;
import java.util.Optional;

/**
 * A function or layer whose code is a folder on this machine.
 *
 * @param id its logical id, behind the path of its stack if that is nested
 * @param layer whether it is a layer
 * @param code the folder; exists
 * @param runtime of the function; of a layer, the runtime it is built for; empty if there is none
 * @param handler of the function as written; empty for layers
 * @param architecture what native code is built for
 * @param method {@code BuildMethod} of its metadata
 * @param metadata {@code Metadata} as written; empty if there is none
 */
public record BuildTarget(
        String id,
        boolean layer,
        CodeSource.Local code,
        String runtime,
        String handler,
        Architecture architecture,
        Optional<String> method,
        MappingNode metadata) {

    /** Its id without the path of its stack. */
    public String logicalId() {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
