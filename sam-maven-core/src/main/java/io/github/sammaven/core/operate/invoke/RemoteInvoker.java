package io.github.sammaven.core.operate.invoke;

import io.github.sammaven.core.aws.RemoteTargets;
import io.github.sammaven.core.deploy.poll.Poller;
import io.github.sammaven.core.deploy.poll.Polling;
import io.github.sammaven.core.limits.Quotas;
import io.github.sammaven.core.operate.stack.StackCatalogue;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.Pauser;
import io.github.sammaven.core.report.Warning;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Sends an event to something that is deployed and waits for what comes of it. */
public final class RemoteInvoker {

    /** As often as SAM CLI asks how an execution is getting on. */
    private static final Duration EXECUTION_POLL = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final RemoteTargets targets;
    private final TargetFinder finder;
    private final EventSink events;
    private final FunctionInvocation functions;
    private final ExecutionRun executions;
    private final InstantSource clock;

    /** @param stacks what is in the stack with a name */
    public RemoteInvoker(
            RemoteTargets targets,
            Function<String, StackCatalogue> stacks,
            EventSink events,
            Pauser pauser,
            InstantSource clock) {
        this.targets = targets;
        this.finder = new TargetFinder(stacks);
        this.events = events;
        this.clock = clock;
        Poller poller = new Poller(new Polling(EXECUTION_POLL, EXECUTION_POLL, PATIENCE), pauser, clock, events);
        this.functions = new FunctionInvocation(targets, poller, clock);
        this.executions = new ExecutionRun(targets, poller, clock);
    }

    /**
     * @throws InvalidOptionException if it is unclear what is meant, or the event is larger than the service takes
     * @throws io.github.sammaven.core.problem.SamException if the service refuses
     */
    public InvokeResult invoke(InvokeRequest request) {
        Target target = finder.find(request.stackName(), request.resourceId());
        Map<String, String> parameters = parameters(target.kind(), request.parameters());
        String event = event(target, request);
        return switch (target.kind()) {
            case FUNCTION -> functions.run(target, event, parameters);
            case STATE_MACHINE -> executions.run(target, event, named(parameters));
            case QUEUE -> answered(targets.send(target.id(), event, message(target, event, parameters)));
            case STREAM -> answered(targets.put(target.id(), event, record(event, parameters)));
        };
    }

    private String event(Target target, InvokeRequest request) {
        boolean json = target.kind() == TargetKind.FUNCTION || target.kind() == TargetKind.STATE_MACHINE;
        String text = testEvent(target, request).or(request::event).orElse("{}");
        if (!json || EventText.isJson(text)) {
            return text;
        }
        events.accept(new Note("The event is no JSON; it is sent as a JSON string"));
        return EventText.quoted(text);
    }

    private Optional<String> testEvent(Target target, InvokeRequest request) {
        if (request.testEvent().isEmpty()) {
            return Optional.empty();
        }
        String name = request.testEvent().get();
        if (target.kind() != TargetKind.FUNCTION) {
            throw new InvalidOptionException(
                    "only functions have test events, and " + target.name() + " is a "
                            + target.kind().shown(),
                    "give the event with -Dsam.event");
        }
        if (request.event().isPresent()) {
            throw new InvalidOptionException("an event is given, and a test event too", "give one of them");
        }
        String function = target.id().replaceFirst("^arn:[^:]*:lambda:[^:]*:[^:]*:function:", "");
        return Optional.of(targets.testEvent(function.replaceFirst(":.*", ""), name)
                .orElseThrow(() -> new InvalidOptionException(
                        target.name() + " has no test event '" + name + "' that is shared",
                        "share it in the Lambda console, or give the event with -Dsam.event")));
    }

    private Map<String, String> parameters(TargetKind kind, Map<String, String> given) {
        Map<String, String> taken = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (kind.ours().contains(name)) {
                events.accept(new Warning(Problem.warning(
                        SourceMark.NONE,
                        name + " in sam.apiParameters is ignored: it follows from the other options",
                        "")));
            } else if (kind.parameters().contains(name)) {
                taken.put(name, value);
            } else {
                throw new InvalidOptionException(
                        "a " + kind.shown() + " takes no parameter " + name + " in sam.apiParameters",
                        NearestName.of(name, kind.parameters())
                                .map(near -> "Did you mean '" + near + "'?")
                                .orElseGet(() -> "it takes "
                                        + String.join(
                                                ", ",
                                                kind.parameters().stream()
                                                        .sorted()
                                                        .toList())));
            }
        });
        return taken;
    }

    private Map<String, String> named(Map<String, String> parameters) {
        parameters.putIfAbsent("name", "sam_remote_invoke_" + clock.instant().toEpochMilli());
        return parameters;
    }

    /** A FIFO queue takes no message without a group, and none twice. */
    private Map<String, String> message(Target target, String event, Map<String, String> parameters) {
        EventSize.check(Quotas.QUEUE_MESSAGE, "SQS", event);
        if (target.id().endsWith(".fifo")) {
            parameters.putIfAbsent("MessageGroupId", "sam-remote-invoke");
            parameters.putIfAbsent("MessageDeduplicationId", unique());
        }
        return parameters;
    }

    private Map<String, String> record(String event, Map<String, String> parameters) {
        parameters.putIfAbsent("PartitionKey", unique());
        EventSize.check(Quotas.STREAM_RECORD, "Kinesis", event, parameters.get("PartitionKey"));
        return parameters;
    }

    private String unique() {
        return "sam-" + clock.instant().toEpochMilli();
    }

    private static InvokeResult answered(Map<String, String> answer) {
        String json = JsonText.of(answer);
        return new InvokeResult("", json, json, Optional.empty());
    }
}
