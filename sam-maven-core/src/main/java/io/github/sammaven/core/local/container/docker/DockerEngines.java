package io.github.sammaven.core.local.container.docker;

import io.github.sammaven.core.container.docker.DockerConnection;
import io.github.sammaven.core.local.container.ContainerEngine;
import io.github.sammaven.core.problem.SamException;
import java.util.Map;

/** Finds the engine the docker command would talk to. */
public final class DockerEngines {

    private DockerEngines() {}

    /**
     * Prepares to talk to the engine; nothing is sent yet.
     *
     * @param shell as for {@link DockerConnection#prepare}
     * @throws SamException if the address is not one we can talk to
     */
    public static ContainerEngine connect(Map<String, String> shell) {
        return new DockerEngine(
                DockerConnection.prepare(shell, "local runs need no containers with -Dsam.runner=process"));
    }
}
