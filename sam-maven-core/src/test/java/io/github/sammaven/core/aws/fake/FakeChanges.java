package io.github.sammaven.core.aws.fake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the change sets of one stack say in detail. A change that is not scripted here is told with its name only. */
public final class FakeChanges {

    private final Map<String, FakeChange> scripted = new LinkedHashMap<>();
    private final Map<String, FakeChanges> nested = new HashMap<>();
    private boolean silent;

    /** The change set has this change, whether or not the templates differ in it. */
    public FakeChange change(String action, String logicalId, String type) {
        return scripted.computeIfAbsent(logicalId, id -> new FakeChange(action, id, type));
    }

    /** The change set of a nested stack, at any depth below this one. */
    public FakeChanges nested(String arn) {
        return nested.computeIfAbsent(arn, none -> new FakeChanges());
    }

    /** From now on {@code IncludePropertyValues} is ignored, as some emulators do. */
    public FakeChanges withoutValues() {
        silent = true;
        return this;
    }

    /** Whether a change set with this ARN is nested in one of this stack. */
    boolean hasNested(String arn) {
        return nested.containsKey(arn);
    }

    /** What differs in the templates, and what is scripted besides. */
    List<FakeChangeSet.Change> complete(List<FakeChangeSet.Change> derived) {
        if (scripted.isEmpty()) {
            return derived;
        }
        Map<String, FakeChangeSet.Change> all = new LinkedHashMap<>();
        derived.forEach(change -> all.put(change.logicalId(), change));
        scripted.values().forEach(change -> all.put(change.logicalId(), change.line()));
        return List.copyOf(all.values());
    }

    /** The details of a change, if they are scripted. */
    Optional<Xml> details(FakeChangeSet.Change change, QueryRequest request) {
        boolean values = !silent
                && request.get("IncludePropertyValues").filter("true"::equals).isPresent();
        return Optional.ofNullable(scripted.get(change.logicalId())).map(found -> found.xml(values));
    }

    /** Answers {@code DescribeChangeSet} for a nested change set. */
    String describe(QueryRequest request, int perPage) {
        String arn = request.required("ChangeSetName");
        FakeChanges changes = nested.get(arn);
        List<FakeChange> all = List.copyOf(changes.scripted.values());
        int from = request.get("NextToken").map(Integer::parseInt).orElse(0);
        int to = Math.min(all.size(), from + perPage);
        Xml xml = new Xml()
                .element("ChangeSetName", arn.substring(arn.indexOf('/') + 1))
                .element("ChangeSetId", arn)
                .element("Status", "CREATE_COMPLETE")
                .element("ExecutionStatus", "UNAVAILABLE")
                .members("Changes", all.subList(from, to), (member, change) -> member.element("Type", "Resource")
                        .nested(
                                "ResourceChange",
                                changes.details(change.line(), request).orElseThrow()));
        return (to < all.size() ? xml.element("NextToken", String.valueOf(to)) : xml).toString();
    }
}
