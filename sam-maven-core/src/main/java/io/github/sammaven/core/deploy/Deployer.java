package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackGateway;
import io.github.sammaven.core.aws.StackRefusedException;
import io.github.sammaven.core.deploy.DeployResult.Outcome;
import io.github.sammaven.core.deploy.change.ChangeExplainer;
import io.github.sammaven.core.deploy.follow.StackWatch;
import io.github.sammaven.core.deploy.origin.ResourceMarks;
import io.github.sammaven.core.deploy.poll.Poller;
import io.github.sammaven.core.deploy.poll.Polling;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.ChangeSetReady;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Pauser;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Brings a stack into the state of a template: checks, change set, execution, events until the end.
 *
 * <p>All that can be known offline is checked before the first call. The first call reads the stack; then it is known
 * whether it can be deployed to and whether every parameter has a value. Only after that the template is uploaded and a
 * change set is made.
 *
 * <p>The name of a change set comes from its content. So a run finds what an earlier run of the same content has begun
 * and goes on with it: a change set that was not executed, or an operation that still runs.
 */
public final class Deployer {

    private static final String NAME = "sam-maven-";
    private static final String NAME_FOR_REVIEW = "sam-maven-review-";

    private final DeployContext context;
    private final Optional<String> changeSetName;
    private final ChangeGate gate;
    private final StackWatch watch;
    private final RecoveryConsent recovery;

    /** A deployer that polls as {@link Polling#standard()} says. */
    public Deployer(StackGateway gateway, EventSink sink, Pauser pauser, InstantSource clock) {
        this(gateway, sink, pauser, clock, Polling.standard());
    }

    public Deployer(StackGateway gateway, EventSink sink, Pauser pauser, InstantSource clock, Polling polling) {
        this(
                new DeployContext(gateway, new Poller(polling, pauser, clock, sink), sink, clock),
                Optional.empty(),
                ChangeGate.open(),
                StackWatch.none(),
                RecoveryConsent.refused());
    }

    private Deployer(
            DeployContext context,
            Optional<String> changeSetName,
            ChangeGate gate,
            StackWatch watch,
            RecoveryConsent recovery) {
        this.context = context;
        this.changeSetName = changeSetName;
        this.gate = gate;
        this.watch = watch;
        this.recovery = recovery;
    }

    /** The same deployer, but its change sets have this name, so that only one process at a time can make one. */
    public Deployer withChangeSetName(String name) {
        return new Deployer(context, Optional.of(name), gate, watch, recovery);
    }

    /** The same deployer, but it executes only what {@code next} admits too. */
    public Deployer admittedBy(ChangeGate next) {
        return new Deployer(context, changeSetName, gate.and(next), watch, recovery);
    }

    /** The same deployer, but {@code other} looks on while the stack changes. */
    public Deployer watchedBy(StackWatch other) {
        return new Deployer(context, changeSetName, gate, other, recovery);
    }

    /** The same deployer, but with {@code consent} it brings stacks back into use that are stuck after a failure. */
    public Deployer recoveringWith(RecoveryConsent consent) {
        return new Deployer(context, changeSetName, gate, watch, consent);
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
        Instant started = context.clock().instant();
        Instant deadline = started.plus(request.maxWait());
        new RequestCheck(request).check();
        Fingerprint content = Fingerprint.of(request);
        DeployMode mode = request.mode();
        ResourceMarks marks = marks(request);
        Execution execution = new Execution(
                context,
                watch,
                marks,
                new Execution.Rules(
                        mode.onFailure() == OnFailure.DO_NOTHING && !mode.express(),
                        mode.onFailure() == OnFailure.DELETE,
                        started,
                        deadline));
        DeployResults results = new DeployResults(
                context, request.stackName(), request.template().tree(), started);

        StackPreparation.Prepared free =
                preparation(request).prepare(request.stackName(), Optional.of(content), execution::join, deadline);
        Optional<StackDescription> before = free.stack();
        if (free.joined() && before.isPresent() && content.isWhole()) {
            return finished(request, results, before.get(), Outcome.CHANGED);
        }
        ChangeSets changeSets = changeSets(request, marks);
        Optional<ChangeSets.Ready> ready = prepare(changeSets, request, content, before, NAME, deadline);
        if (ready.isEmpty()) {
            return unchanged(request, results, before, free.joined());
        }
        if (!admitted(shown(request, ready.get()), ready.get(), changeSets)) {
            return results.declined(before);
        }
        try {
            StackDescription after =
                    execution.run(request.stackName(), ready.get().id(), before);
            return finished(request, results, after, Outcome.CHANGED);
        } catch (StackRefusedException notStarted) {
            changeSets.discard(ready.get().id());
            throw notStarted;
        }
    }

    /**
     * Makes the change set and leaves its execution to others. It is not joined to anything that runs.
     *
     * @throws SamException as {@link #deploy}
     */
    public PlannedDeployment plan(DeployRequest request) {
        Instant deadline = context.clock().instant().plus(request.maxWait());
        new RequestCheck(request).check();
        ResourceMarks marks = marks(request);
        Optional<StackDescription> before = preparation(request)
                .prepare(request.stackName(), Optional.empty(), stack -> stack, deadline)
                .stack();
        ChangeSets changeSets = changeSets(request, marks);
        Optional<ChangeSets.Ready> ready =
                prepare(changeSets, request, Fingerprint.of(request), before, NAME_FOR_REVIEW, deadline);
        Optional<ChangeSetReady> changes = ready.map(set -> shown(request, set));
        boolean kept = changes.isPresent() && admitted(changes.get(), ready.get(), changeSets);
        return new PlannedDeployment(
                request.stackName(), context.gateway().region(), kept ? changes : Optional.empty());
    }

    private static ResourceMarks marks(DeployRequest request) {
        return new ResourceMarks(request.template().tree());
    }

    private StackPreparation preparation(DeployRequest request) {
        return new StackPreparation(
                context, new StackRecovery(context, recovery), request.mode().waitForRunning());
    }

    private ChangeSets changeSets(DeployRequest request, ResourceMarks marks) {
        return new ChangeSets(
                context,
                new ChangeSetRefusal(request.stackName(), request.options().capabilities(), marks));
    }

    private Optional<ChangeSets.Ready> prepare(
            ChangeSets changeSets,
            DeployRequest request,
            Fingerprint content,
            Optional<StackDescription> before,
            String prefix,
            Instant deadline) {
        String name = changeSetName.orElseGet(() -> prefix + content.inNames());
        return changeSets.prepare(
                new ChangeSetRequests(request, content)
                        .make(name, before, context.clock().instant()),
                changeSetName.isEmpty(),
                deadline);
    }

    private ChangeSetReady shown(DeployRequest request, ChangeSets.Ready ready) {
        ChangeSetReady changes = new ChangeExplainer(context.gateway(), context.sink())
                .explain(
                        request.stackName(),
                        ready.id(),
                        ready.description(),
                        request.template().tree(),
                        request.options().parameters());
        context.sink().accept(changes);
        return changes;
    }

    private boolean admitted(ChangeSetReady changes, ChangeSets.Ready ready, ChangeSets changeSets) {
        boolean admitted = false;
        try {
            admitted = gate.admits(changes);
        } finally {
            if (!admitted) {
                changeSets.discard(ready.id());
            }
        }
        return admitted;
    }

    private DeployResult unchanged(
            DeployRequest request, DeployResults results, Optional<StackDescription> stack, boolean joined) {
        if (stack.isEmpty() || request.mode().failOnEmptyChangeset() && !joined) {
            throw new SamException(
                    "no changes to deploy: the stack " + request.stackName() + " is up to date",
                    "to take this as success, set -Dsam.failOnEmptyChangeset=false",
                    null);
        }
        return finished(request, results, stack.get(), joined ? Outcome.CHANGED : Outcome.UNCHANGED);
    }

    private DeployResult finished(
            DeployRequest request, DeployResults results, StackDescription stack, Outcome outcome) {
        new StackProtection(context).set(stack, request.mode().terminationProtection());
        return results.of(stack, outcome);
    }
}
