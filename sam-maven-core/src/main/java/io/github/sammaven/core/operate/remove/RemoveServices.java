package io.github.sammaven.core.operate.remove;

import io.github.sammaven.core.aws.ImageRegistry;
import io.github.sammaven.core.aws.ImageRemoval;
import io.github.sammaven.core.aws.ObjectRemoval;
import io.github.sammaven.core.aws.RemovableStacks;
import io.github.sammaven.core.aws.StackGateway;
import io.github.sammaven.core.managed.CompanionStack;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Pauser;
import io.github.sammaven.core.report.Prompt;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * What stacks are deleted with.
 *
 * @param gateway tells how the deletion of a stack goes on
 * @param companion of the stack with a name
 */
public record RemoveServices(
        RemovableStacks stacks,
        StackGateway gateway,
        ObjectRemoval objects,
        ImageRemoval images,
        ImageRegistry registry,
        Function<String, CompanionStack> companion,
        Prompt prompt,
        EventSink events,
        Pauser pauser,
        InstantSource clock) {}
