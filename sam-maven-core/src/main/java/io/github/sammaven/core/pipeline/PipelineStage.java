package io.github.sammaven.core.pipeline;

import java.util.Optional;

/**
 * One place the application is deployed to.
 *
 * @param name {@code dev}, {@code prod}; also the environment of the CI server that holds its variables
 * @param stackName the stack
 * @param region where the stack is
 * @param configEnv environment of the samconfig file that belongs to it, if there is one
 * @param approval whether a person looks at the change set before it is executed
 */
public record PipelineStage(
        String name, String stackName, String region, Optional<String> configEnv, boolean approval) {}
