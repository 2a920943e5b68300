/**
 * The way to a container engine that speaks Docker's API: Docker, Podman, Finch.
 * What is asked of it is the business of the packages that build, push and run.
 */
@NullMarked
package io.github.sammaven.core.container.docker;

import org.jspecify.annotations.NullMarked;
