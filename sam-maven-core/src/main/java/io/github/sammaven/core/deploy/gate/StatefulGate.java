package io.github.sammaven.core.deploy.gate;

import io.github.sammaven.core.deploy.ChangeGate;
import io.github.sammaven.core.deploy.change.StatefulTypes;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.ChangeSetReady;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.ResourceChange;
import io.github.sammaven.core.report.ResourceChange.Action;
import io.github.sammaven.core.report.ResourceChange.Disposal;
import io.github.sammaven.core.report.ResourceChange.Replacement;
import io.github.sammaven.core.report.Warning;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refuses what would destroy data: the removal or replacement of a resource that holds some, in the stack or in a nested
 * one. What keeps its data by {@code DeletionPolicy} or {@code UpdateReplacePolicy}, and what is replaced only perhaps, is
 * a warning.
 */
public final class StatefulGate implements ChangeGate {

    private static final String STACK = "AWS::CloudFormation::Stack";

    /** A list of more ids is not worth copying into the command line. */
    private static final int WORTH_NAMING = 5;

    private final Allowance allowance;
    private final EventSink sink;

    /**
     * @param allowed logical ids of resources that may lose their data, {@code Storage/OrdersTable} in a nested stack;
     *     {@code true} or {@code *} for all
     * @param sink is told what is not refused but worth knowing
     */
    public StatefulGate(Collection<String> allowed, EventSink sink) {
        this.allowance = Allowance.of(allowed);
        this.sink = sink;
    }

    /** @throws SamException with each resource that would lose data */
    @Override
    public boolean admits(ChangeSetReady changes) {
        List<Endangered> endangered = new ArrayList<>();
        collect("", changes.changes(), endangered);
        List<Problem> warnings = new ArrayList<>();
        List<Endangered> refused = new ArrayList<>();
        for (Endangered one : endangered) {
            if (allowance.covers(one.path())) {
                continue;
            }
            if (one.isCertain()) {
                refused.add(one);
            } else {
                warnings.add(one.warning());
            }
        }
        Set<String> paths = endangered.stream().map(Endangered::path).collect(Collectors.toCollection(HashSet::new));
        warnings.addAll(allowance.idle(paths));
        warnings.stream().sorted().map(Warning::new).forEach(sink::accept);
        if (!refused.isEmpty()) {
            throw new SamException(
                    refused.stream()
                            .map(one -> one.refusal(option(one, refused)))
                            .toList(),
                    null);
        }
        return true;
    }

    private static void collect(String prefix, List<ResourceChange> changes, List<Endangered> endangered) {
        for (ResourceChange change : changes) {
            String path = prefix + change.logicalId();
            boolean goes = change.action() == Action.REMOVE || change.replacement() != Replacement.NO;
            if (goes) {
                StatefulTypes.loss(change.resourceType())
                        .ifPresent(loss -> endangered.add(new Endangered(path, change, loss)));
                if (change.resourceType().equals(STACK) && change.disposal() != Disposal.RETAINED) {
                    endangered.add(new Endangered(path, change, ""));
                }
            }
            collect(path + "/", change.nested(), endangered);
        }
    }

    private static String option(Endangered one, List<Endangered> refused) {
        String ids = refused.size() > WORTH_NAMING
                ? one.path()
                : refused.stream().map(Endangered::path).collect(Collectors.joining(","));
        return "-D" + Allowance.OPTION + "=" + ids;
    }
}
