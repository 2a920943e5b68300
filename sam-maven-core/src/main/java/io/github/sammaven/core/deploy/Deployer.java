package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.ChangeSetRequest;
import io.github.sammaven.core.aws.ChangeSetRequest.Type;
import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackGateway;
import io.github.sammaven.core.aws.StackParameter;
import io.github.sammaven.core.aws.StackRefusedException;
import io.github.sammaven.core.aws.TemplateSource;
import io.github.sammaven.core.deploy.change.ChangeExplainer;
import io.github.sammaven.core.deploy.follow.StackState;
import io.github.sammaven.core.deploy.follow.StackWatch;
import io.github.sammaven.core.deploy.origin.ResourceMarks;
import io.github.sammaven.core.deploy.poll.Poller;
import io.github.sammaven.core.deploy.poll.Polling;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Pauser;
import io.github.sammaven.core.template.ParameterDeclaration;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Brings a stack into the state of a template: checks, change set, execution, events until the end.
 *
 * <p>All that can be known offline is checked before the first call. The first call reads the stack; then it is known
 * whether it can be deployed to and whether every parameter has a value. Only after that the template is uploaded and a
 * change set is made.
 */
public final class Deployer {

    private static final DateTimeFormatter CHANGE_SET_NAME = DateTimeFormatter.ofPattern(
                    "'sam-maven-'yyyyMMdd-HHmmss-SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final StackGateway gateway;
    private final EventSink sink;
    private final InstantSource clock;
    private final Poller poller;
    private final Function<Instant, String> changeSetName;
    private final ChangeGate gate;
    private final StackWatch watch;

    /** A deployer that polls as {@link Polling#standard()} says. */
    public Deployer(StackGateway gateway, EventSink sink, Pauser pauser, InstantSource clock) {
        this(gateway, sink, pauser, clock, Polling.standard());
    }

    public Deployer(StackGateway gateway, EventSink sink, Pauser pauser, InstantSource clock, Polling polling) {
        this(
                gateway,
                sink,
                clock,
                new Poller(polling, pauser, clock, sink),
                CHANGE_SET_NAME::format,
                ChangeGate.open(),
                StackWatch.none());
    }

    private Deployer(
            StackGateway gateway,
            EventSink sink,
            InstantSource clock,
            Poller poller,
            Function<Instant, String> changeSetName,
            ChangeGate gate,
            StackWatch watch) {
        this.gateway = gateway;
        this.sink = sink;
        this.clock = clock;
        this.poller = poller;
        this.changeSetName = changeSetName;
        this.gate = gate;
        this.watch = watch;
    }

    /** The same deployer, but its change sets have this name, so that only one process at a time can make one. */
    public Deployer withChangeSetName(String name) {
        return new Deployer(gateway, sink, clock, poller, time -> name, gate, watch);
    }

    /** The same deployer, but it executes only what {@code next} admits too. */
    public Deployer admittedBy(ChangeGate next) {
        return new Deployer(gateway, sink, clock, poller, changeSetName, gate.and(next), watch);
    }

    /** The same deployer, but {@code other} looks on while the stack changes. */
    public Deployer watchedBy(StackWatch other) {
        return new Deployer(gateway, sink, clock, poller, changeSetName, gate, other);
    }

    /**
     * Returns when the stack is in its new state. If the thread is interrupted while the stack changes, that goes on by
     * itself; the interrupt flag is then still set.
     *
     * @throws InvalidOptionException if the request cannot work, with all problems; nothing was changed
     * @throws SamException if the service refuses, or the stack does not reach its new state: the last problem is the
     *     resource that failed first
     */
    public DeployResult deploy(DeployRequest request) {
        Instant started = clock.instant();
        Instant deadline = started.plus(request.maxWait());
        new RequestCheck(request).check();
        Optional<StackDescription> before = gateway.describe(request.stackName());
        Type type = StackState.operation(before);
        Set<String> inStack =
                type == Type.UPDATE ? before.map(StackDescription::parameters).orElse(Set.of()) : Set.of();
        checkParameters(request, inStack);

        ResourceMarks marks = new ResourceMarks(request.template().tree());
        ChangeSetRefusal refusal =
                new ChangeSetRefusal(request.stackName(), request.options().capabilities(), marks);
        ChangeSets changeSets = new ChangeSets(gateway, poller, sink);
        Optional<ChangeSets.Ready> ready =
                changeSets.prepare(changeSet(request, type, inStack), refusal, before.isPresent(), deadline);
        if (ready.isEmpty()) {
            return unchanged(request, before, started);
        }
        sink.accept(new ChangeExplainer(gateway, sink)
                .explain(
                        request.stackName(),
                        ready.get().id(),
                        ready.get().description(),
                        request.template().tree(),
                        request.options().parameters()));
        StackDescription after;
        try {
            after = new Execution(gateway, poller, sink, clock, watch)
                    .run(request, ready.get().id(), before, started, deadline);
        } catch (StackRefusedException notStarted) {
            changeSets.discard(ready.get().id(), before.isEmpty());
            throw notStarted;
        }
        return result(request, after, true, started);
    }

    private static void checkParameters(DeployRequest request, Set<String> inStack) {
        List<Problem> missing =
                new ParameterCheck(request.template().tree(), request.options().parameters()).missing(inStack);
        if (!missing.isEmpty()) {
            throw new InvalidOptionException(missing);
        }
    }

    private ChangeSetRequest changeSet(DeployRequest request, Type type, Set<String> inStack) {
        Instant now = clock.instant();
        StackTemplate template = request.template();
        TemplateSource source = template.upload()
                .<TemplateSource>map(upload -> new TemplateSource.Uploaded(upload.upload(template.body())))
                .orElseGet(() -> new TemplateSource.Inline(template.body()));
        Map<String, String> given = request.options().parameters();
        List<StackParameter> parameters = ParameterDeclaration.of(template.tree()).keySet().stream()
                .filter(name -> given.containsKey(name) || inStack.contains(name))
                .map(name -> new StackParameter(name, Optional.ofNullable(given.get(name))))
                .toList();
        return new ChangeSetRequest(
                changeSetName.apply(now),
                request.stackName(),
                type,
                "Created by sam-maven at " + now.truncatedTo(ChronoUnit.SECONDS),
                source,
                parameters,
                request.options().tags(),
                request.options().capabilities(),
                request.options().roleArn(),
                request.options().notificationArns());
    }

    private DeployResult unchanged(DeployRequest request, Optional<StackDescription> stack, Instant started) {
        if (request.failOnEmptyChangeset() || stack.isEmpty()) {
            throw new SamException(
                    "no changes to deploy: the stack " + request.stackName() + " is up to date",
                    "to take this as success, set -Dsam.failOnEmptyChangeset=false",
                    null);
        }
        return result(request, stack.get(), false, started);
    }

    private DeployResult result(DeployRequest request, StackDescription stack, boolean changed, Instant started) {
        Map<String, String> values = new LinkedHashMap<>();
        stack.outputs().forEach(output -> values.put(output.key(), output.value()));
        Map<String, String> outputs = new LinkedHashMap<>();
        for (String name : request.template().tree().section("Outputs").keySet()) {
            if (values.containsKey(name)) {
                outputs.put(name, values.remove(name));
            }
        }
        outputs.putAll(values);
        return new DeployResult(
                stack.name(),
                stack.id(),
                gateway.region(),
                stack.status(),
                changed,
                outputs,
                Duration.between(started, clock.instant()));
    }
}
