package io.github.sammaven.core.local.runner;

import io.github.sammaven.core.local.container.ContainerOptions;
import io.github.sammaven.core.local.invoke.EndOfRun;
import io.github.sammaven.core.local.process.ProcessSettings;

/**
 * What a run of functions is made from.
 *
 * @param kind wanted way
 * @param container what the user says about containers
 * @param process what the process runner works with; its shell also tells where the container engine is
 * @param end when nothing of it may be left
 */
public record RunnerSettings(RunnerKind kind, ContainerOptions container, ProcessSettings process, EndOfRun end) {}
