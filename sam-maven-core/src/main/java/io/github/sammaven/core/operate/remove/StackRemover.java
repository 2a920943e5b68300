package io.github.sammaven.core.operate.remove;

import io.github.sammaven.core.aws.RemovableStack;
import io.github.sammaven.core.operate.remove.RemoveResult.Outcome;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Deletes a stack, then what its artifacts are in buckets and registries: in this order, so that a stack that stays keeps
 * its code. What is to be deleted is written down before the stack goes; whoever is stopped in between runs it again.
 */
public final class StackRemover {

    private final RemoveServices services;

    public StackRemover(RemoveServices services) {
        this.services = services;
    }

    /**
     * @throws InvalidOptionException if nobody can be asked, or the list of an earlier run is of another account or region
     * @throws SamException if the stack is protected, nested in another, or cannot be deleted: no artifact was touched
     *     then; or if an artifact cannot be deleted
     */
    public RemoveResult remove(RemoveRequest request) {
        Instant start = services.clock().instant();
        LeftoversFile file = new LeftoversFile(request.list());
        Optional<Leftovers> earlier = file.read();
        Optional<RemovableStack> stack = services.stacks()
                .describe(request.stackName())
                .filter(found -> !found.status().equals("DELETE_COMPLETE"));
        if (stack.isEmpty()) {
            return earlier.map(left -> finish(left, file, start)).orElseGet(() -> absent(request));
        }
        return delete(request, stack.get(), file, earlier, start);
    }

    private RemoveResult finish(Leftovers left, LeftoversFile file, Instant start) {
        String region = services.gateway().region();
        if (!left.place().contains(":" + region + ":")) {
            throw ofElsewhere(file, left);
        }
        note("The stack " + left.stackName() + " is gone already; an earlier run has left its artifacts");
        return clear(left, file, Outcome.FINISHED, List.of(), start);
    }

    private static RemoveResult absent(RemoveRequest request) {
        if (request.options().failIfAbsent()) {
            throw new SamException(
                    "there is no stack " + request.stackName(), "check its name, the region and the profile", null);
        }
        return new RemoveResult(request.stackName(), Outcome.ABSENT, 0, 0, List.of(), List.of(), Duration.ZERO);
    }

    private RemoveResult delete(
            RemoveRequest request,
            RemovableStack stack,
            LeftoversFile file,
            Optional<Leftovers> listed,
            Instant start) {
        boolean going = stack.status().equals("DELETE_IN_PROGRESS");
        check(request, stack, going);
        StackInventory inventory = new StackSurvey(services.stacks(), services.objects(), services.events()).of(stack);
        Leftovers left = inventory.leftovers(request, Set.of());
        // As long as the stack is there it tells more than a list of it.
        Optional<Leftovers> earlier = listed.filter(before -> !before.stackId().equals(left.stackId()));
        earlier.filter(before -> !before.place().equals(left.place())).ifPresent(before -> {
            throw ofElsewhere(file, before);
        });
        RemovalPlan plan = new RemovalPlan(stack, inventory, left, request.options());
        plan.lines().forEach(this::note);
        if (!going
                && !request.options().noPrompts()
                && !services.prompt().confirm("Delete the stack " + stack.name() + "?")) {
            return result(stack.name(), Outcome.DECLINED, Optional.empty(), List.of(), start);
        }
        file.write(left.and(earlier));
        if (!going) {
            prepare(request, stack, inventory);
        }
        StackDeletion deletion = new StackDeletion(services, stack, request);
        List<RetainedResource> failed = deletion.run(going, staying -> {
            file.write(inventory.leftovers(request, staying).and(earlier));
        });
        List<RetainedResource> retained = new ArrayList<>();
        inventory.retained().forEach(found -> retained.add(found.shown()));
        failed.stream()
                .filter(resource ->
                        retained.stream().noneMatch(known -> known.logicalId().equals(resource.logicalId())))
                .forEach(retained::add);
        return clear(file.read().orElse(left), file, Outcome.DELETED, retained, start);
    }

    private void check(RemoveRequest request, RemovableStack stack, boolean going) {
        stack.parentId().ifPresent(parent -> {
            throw new InvalidOptionException(
                    "the stack " + stack.name() + " is nested in another: " + parent, "delete the outermost stack");
        });
        if (stack.terminationProtection() && !request.options().endProtection()) {
            throw new SamException(
                    "the stack " + stack.name() + " is protected from termination",
                    "switch that off and delete it: -Dsam.disableTerminationProtection",
                    null);
        }
        if (!going && !request.options().noPrompts() && !services.prompt().interactive()) {
            throw new InvalidOptionException(
                    "nobody can be asked whether the stack " + stack.name() + " is to be deleted",
                    "say so with -Dsam.noPrompts");
        }
    }

    private static InvalidOptionException ofElsewhere(LeftoversFile file, Leftovers left) {
        return new InvalidOptionException(
                file.path() + " says what is still to be deleted for " + left.stackId()
                        + ", which is in another account or region",
                "finish that first with its region and profile, or remove the file");
    }

    private void prepare(RemoveRequest request, RemovableStack stack, StackInventory inventory) {
        if (stack.terminationProtection()) {
            services.stacks().endProtection(stack.id());
            note("Termination protection of " + stack.name() + " is off");
        }
        if (request.options().emptyBuckets()) {
            new Emptying(services).of(inventory);
        }
    }

    private RemoveResult clear(
            Leftovers left, LeftoversFile file, Outcome outcome, List<RetainedResource> retained, Instant start) {
        LeftoverRemoval.Done done = new LeftoverRemoval(services, left).run();
        if (done.isComplete()) {
            file.delete();
        }
        done.unknown().ifPresent(problem -> services.events()
                .accept(new Warning(Problem.warning(
                        SourceMark.NONE,
                        "nothing but the stack was deleted: what other stacks need is unknown, because "
                                + problem.message(),
                        problem.suggestion() + (problem.suggestion().isEmpty() ? "" : "\n")
                                + "run the goal again when it can be read; the list is in " + file.path()))));
        if (!done.problems().isEmpty()) {
            List<Problem> problems = new ArrayList<>(done.problems());
            problems.add(Problem.error(
                    SourceMark.NONE,
                    "the stack " + left.stackName() + " is deleted, but not all of its artifacts are",
                    "run the goal again; what is left is in " + file.path()));
            throw new SamException(problems, null);
        }
        return result(left.stackName(), outcome, Optional.of(done), retained, start);
    }

    private RemoveResult result(
            String name,
            Outcome outcome,
            Optional<LeftoverRemoval.Done> done,
            List<RetainedResource> retained,
            Instant start) {
        return new RemoveResult(
                name,
                outcome,
                done.map(LeftoverRemoval.Done::objects).orElse(0),
                done.map(LeftoverRemoval.Done::images).orElse(0),
                retained,
                done.map(LeftoverRemoval.Done::kept).orElse(List.of()),
                Duration.between(start, services.clock().instant()));
    }

    private void note(String text) {
        services.events().accept(new Note(text));
    }
}
