/**
 * The container engine behind a Docker API: Docker, Podman, Finch.
 * Nothing else in the project knows the client library, and it is not loaded before a container is needed.
 */
@NullMarked
package io.github.sammaven.core.local.container.docker;

import org.jspecify.annotations.NullMarked;
