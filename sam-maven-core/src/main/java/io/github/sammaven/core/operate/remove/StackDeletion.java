package io.github.sammaven.core.operate.remove;

import io.github.sammaven.core.aws.RemovableStack;
import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.deploy.follow.StackEvents;
import io.github.sammaven.core.deploy.follow.StackFollower;
import io.github.sammaven.core.deploy.follow.StackWatch;
import io.github.sammaven.core.deploy.origin.ResourceMarks;
import io.github.sammaven.core.deploy.poll.Poller;
import io.github.sammaven.core.deploy.poll.Polling;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The deletion of one stack, followed to its end. */
final class StackDeletion {

    private static final String FAILED = "DELETE_FAILED";

    /** Events of a stack that goes are not about a template on this machine. */
    private static final ResourceMarks NOWHERE = new ResourceMarks(
            new Template(MappingNode.builder().build(), Path.of("template"), TemplateFormat.YAML, List.of()));

    private final RemoveServices services;
    private final RemovableStack stack;
    private final RemoveRequest request;

    StackDeletion(RemoveServices services, RemovableStack stack, RemoveRequest request) {
        this.services = services;
        this.stack = stack;
        this.request = request;
    }

    /**
     * @param going whether it has begun already
     * @param beforeRetaining told the logical ids of what could not be deleted and will stay
     * @return resources that the service has left out
     * @throws SamException if the stack cannot be deleted
     */
    List<RetainedResource> run(boolean going, Consumer<Set<String>> beforeRetaining) {
        Instant deadline = services.clock().instant().plus(request.maxWait());
        StackEvents events = events();
        if (!going) {
            services.stacks().delete(stack.id(), Set.of(), request.mode());
        }
        StackDescription end = untilEnd(going ? Optional.empty() : Optional.of(stack.stack()), events, deadline);
        if (end.status().equals(FAILED)) {
            FailedDeletion failure = new FailedDeletion(end, events);
            Set<String> staying = request.retention().of(failure.resources());
            // The service deletes nothing more while one that must go cannot.
            if (staying.isEmpty() || !staying.equals(failure.resources())) {
                throw failure.exception();
            }
            beforeRetaining.accept(staying);
            services.events().accept(new Note("Deleting " + stack.name() + " without " + String.join(", ", staying)));
            events = events();
            services.stacks().delete(stack.id(), staying, request.mode());
            end = untilEnd(Optional.of(end), events, deadline);
        }
        if (!end.status().equals("DELETE_COMPLETE")) {
            throw new FailedDeletion(end, events).exception();
        }
        return events.told().stream()
                .filter(event -> event.status().equals("DELETE_SKIPPED"))
                .map(event -> new RetainedResource(event.logicalId(), event.physicalId(), event.resourceType()))
                .distinct()
                .toList();
    }

    private StackEvents events() {
        StackEvents events = new StackEvents(services.gateway(), stack.id(), NOWHERE, services.events());
        events.startHere();
        return events;
    }

    private StackDescription untilEnd(Optional<StackDescription> before, StackEvents events, Instant deadline) {
        Poller poller = new Poller(Polling.standard(), services.pauser(), services.clock(), services.events());
        return new StackFollower(
                        services.gateway(), poller, stack.name(), stack.id(), before, events, StackWatch.none())
                .untilEnd(deadline);
    }
}
