package io.github.sammaven.core.aws.fake;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** CloudFormation's answers. Time in it is its own: it moves on by a second with each step of a stack. */
public final class FakeCloudFormation {

    private final List<FakeStack> stacks = new ArrayList<>();
    private final Map<String, StackScript> scripts = new HashMap<>();
    private final ChangeSetChecks checks = new ChangeSetChecks(url -> templateAt(url));
    private final FakeRemovals removals = new FakeRemovals(this::find);
    private final FakeDrift drift = new FakeDrift(this::find);
    private Function<URI, Optional<String>> bucket = url -> Optional.empty();
    private int eventsPerPage = 100;
    private int changesPerPage = 100;
    private int stacksPerPage = 100;
    private long second;
    private boolean timeStands;
    private int changeSets;

    FakeCloudFormation() {}

    /** How the operations on {@code stackName} go. */
    public synchronized StackScript script(String stackName) {
        return scripts.computeIfAbsent(stackName, none -> new StackScript());
    }

    /** What a {@code TemplateURL} leads to. */
    public synchronized FakeCloudFormation templatesFrom(Function<URI, Optional<String>> source) {
        bucket = source;
        return this;
    }

    public synchronized FakeCloudFormation eventsPerPage(int events) {
        eventsPerPage = events;
        return this;
    }

    public synchronized FakeCloudFormation changesPerPage(int changes) {
        changesPerPage = changes;
        return this;
    }

    public synchronized FakeCloudFormation stacksPerPage(int number) {
        stacksPerPage = number;
        return this;
    }

    /** A stack that is there cannot be deleted for now. */
    public synchronized FakeCloudFormation protect(String stackName) {
        find(stackName).orElseThrow().isProtected = true;
        return this;
    }

    /** Gives a resource of a stack that is there its name outside of it. */
    public synchronized FakeCloudFormation physicalId(String stackName, String logicalId, String physicalId) {
        find(stackName).orElseThrow().physicalIds.put(logicalId, physicalId);
        return this;
    }

    /** Makes a stack that is there a member of another. */
    public synchronized FakeCloudFormation nest(String child, String parent, String logicalId) {
        FakeStack inner = find(child).orElseThrow();
        FakeStack outer = find(parent).orElseThrow();
        inner.parentId = outer.id;
        inner.rootId = outer.rootId.isEmpty() ? outer.id : outer.rootId;
        outer.physicalIds.put(logicalId, inner.id);
        return this;
    }

    /** From now on all events have the same time. */
    public synchronized FakeCloudFormation timeStandsStill() {
        timeStands = true;
        return this;
    }

    /** A stack that is there already. */
    public synchronized FakeCloudFormation existing(
            String stackName, String status, String templateBody, Map<String, String> parameters) {
        FakeStack stack = newStack(stackName);
        stack.template = new FakeTemplate(templateBody);
        stack.parameters = parameters;
        stack.stackEvent(status, "");
        return this;
    }

    /** A stack that is there comes into another state. */
    public synchronized FakeCloudFormation moveTo(String stackName, String status) {
        find(stackName).orElseThrow().stackEvent(status, "");
        return this;
    }

    /** A property of a resource was changed behind the back of the stack; with no path, the resource was deleted. */
    public synchronized FakeCloudFormation drifted(
            String stackName, String logicalId, String type, String path, String expected, String actual) {
        drift.changed(stackName, logicalId, type, path, expected, actual);
        return this;
    }

    /** Not everything of the stack can be compared. */
    public synchronized FakeCloudFormation driftFails(String stackName, String reason) {
        drift.failing(stackName, reason);
        return this;
    }

    /** The service has finished with the change sets of a stack. */
    public synchronized FakeCloudFormation changeSetsAreReady(String stackName) {
        find(stackName).orElseThrow().changeSets.values().forEach(FakeChangeSet::finish);
        return this;
    }

    /** Gives tags to a stack that is there. */
    public synchronized FakeCloudFormation tagged(String stackName, Map<String, String> tags) {
        find(stackName).orElseThrow().tags = tags;
        return this;
    }

    /** Template of a stack that is not deleted. */
    public synchronized Optional<String> templateOf(String stackName) {
        return find(stackName).map(stack -> stack.template.body());
    }

    /** Tags of a stack that is not deleted. */
    public synchronized Map<String, String> tagsOf(String stackName) {
        return find(stackName).map(stack -> stack.tags).orElse(Map.of());
    }

    /** Status of a stack that is not deleted. */
    public synchronized Optional<String> statusOf(String stackName) {
        return find(stackName).map(stack -> stack.status);
    }

    /** Change sets of the stack that are not deleted. */
    public synchronized List<String> changeSetsOf(String stackName) {
        return find(stackName).stream()
                .flatMap(stack -> stack.changeSets.values().stream())
                .map(changeSet -> changeSet.name)
                .toList();
    }

    synchronized String answer(QueryRequest request) {
        return switch (request.action()) {
            case "DescribeStacks" -> describeStacks(request);
            case "CreateChangeSet" -> createChangeSet(request);
            case "DescribeChangeSet" -> describeChangeSet(request);
            case "ExecuteChangeSet" -> executeChangeSet(request);
            case "DeleteChangeSet" -> deleteChangeSet(request);
            case "DescribeStackEvents" -> describeStackEvents(request);
            case "DescribeEvents" -> failuresOfChangeSet(request);
            case "DeleteStack" -> deleteStack(request);
            case "CreateStack" -> createStack(request);
            case "UpdateStack" -> updateStack(request);
            case "ListStackResources" -> listStackResources(request);
            case "ListChangeSets" -> listChangeSets(request);
            case "ContinueUpdateRollback", "RollbackStack" -> new FakeStackControls(this::find).answer(request);
            case "DetectStackDrift", "DescribeStackDriftDetectionStatus", "DescribeStackResourceDrifts" ->
                drift.answer(request);
            default -> removals.answer(request);
        };
    }

    private Instant tick() {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(timeStands ? second : second++);
    }

    private Optional<String> templateAt(URI url) {
        return bucket.apply(url);
    }

    private FakeStack newStack(String name) {
        String id = "arn:aws:cloudformation:" + FakeAws.REGION + ":" + FakeAws.ACCOUNT + ":stack/" + name + "/"
                + "%08d-0000-0000-0000-000000000000".formatted(stacks.size() + 1);
        FakeStack stack = new FakeStack(id, name, script(name), this::tick);
        stack.nesting = new FakeNesting(stack, this::newStack, this::templateAt);
        stacks.add(stack);
        return stack;
    }

    private Optional<FakeStack> find(String nameOrId) {
        return stacks.stream()
                .filter(stack -> stack.id.equals(nameOrId) || stack.name.equals(nameOrId) && !stack.isDeleted())
                .findFirst();
    }

    private FakeStack stack(QueryRequest request, String absent) {
        String name = request.required("StackName");
        return find(name).orElseThrow(() -> QueryError.validation(absent.formatted(name)));
    }

    private String describeStacks(QueryRequest request) {
        if (request.get("StackName").isEmpty()) {
            return describeAll(request);
        }
        FakeStack stack = stack(request, "Stack with id %s does not exist");
        stack.look();
        return new Xml()
                .members("Stacks", List.of(described(stack)), (members, one) -> members.append(one))
                .toString();
    }

    private String describeAll(QueryRequest request) {
        List<FakeStack> all =
                stacks.stream().filter(stack -> !stack.isDeleted()).toList();
        int from = request.get("NextToken").map(Integer::parseInt).orElse(0);
        int to = Math.min(all.size(), from + stacksPerPage);
        Xml xml = new Xml()
                .members("Stacks", all.subList(from, to), (members, stack) -> members.append(described(stack)));
        return (to < all.size() ? xml.element("NextToken", String.valueOf(to)) : xml).toString();
    }

    private static Xml described(FakeStack stack) {
        Xml xml = new Xml()
                .element("StackId", stack.id)
                .element("StackName", stack.name)
                .element("CreationTime", stack.created.toString())
                .element("StackStatus", stack.shownStatus())
                .optional("StackStatusReason", stack.reason)
                .element("DisableRollback", "false")
                .element("EnableTerminationProtection", String.valueOf(stack.isProtected))
                .optional("ChangeSetId", stack.changeSetId)
                .optional("ParentId", stack.parentId)
                .optional("RootId", stack.rootId);
        if (stack.shownUpdated() != null) {
            xml.element("LastUpdatedTime", stack.shownUpdated().toString());
        }
        xml.members("Parameters", List.copyOf(stack.parameters.keySet()), (member, name) -> member.element(
                        "ParameterKey", name)
                .element("ParameterValue", stack.parameters.get(name)));
        Map<String, String> outputs = stack.template == null ? Map.of() : stack.template.outputs(stack.parameters);
        xml.members("Outputs", List.copyOf(outputs.keySet()), (member, name) -> member.element("OutputKey", name)
                .element("OutputValue", outputs.get(name)));
        xml.members("Tags", List.copyOf(stack.tags.keySet()), (member, key) -> member.element("Key", key)
                .element("Value", stack.tags.get(key)));
        return xml;
    }

    private String createChangeSet(QueryRequest request) {
        String stackName = request.required("StackName");
        Optional<FakeStack> existing = find(stackName);
        ChangeSetChecks.Checked checked = checks.check(request, existing);
        FakeStack stack = existing.orElseGet(() -> {
            FakeStack made = newStack(stackName);
            made.stackEvent("REVIEW_IN_PROGRESS", "User Initiated");
            return made;
        });
        String name = request.required("ChangeSetName");
        Optional<FakeChangeSet> sameName = stack.changeSets.values().stream()
                .filter(set -> set.name.equals(name) && !set.isExecuted())
                .findFirst();
        if (sameName.isPresent()) {
            if (!sameName.get().token.equals(request.get("ClientToken"))) {
                throw new QueryError(400, "AlreadyExistsException", "ChangeSet " + name + " already exists");
            }
            return new Xml()
                    .element("Id", sameName.get().arn)
                    .element("StackId", stack.id)
                    .toString();
        }
        String arn = "arn:aws:cloudformation:" + FakeAws.REGION + ":" + FakeAws.ACCOUNT + ":changeSet/" + name + "/"
                + "%08d-1111-1111-1111-111111111111".formatted(++changeSets);
        stack.changeSets.put(arn, changeSet(arn, name, request, checked, stack));
        return new Xml().element("Id", arn).element("StackId", stack.id).toString();
    }

    private FakeChangeSet changeSet(
            String arn, String name, QueryRequest request, ChangeSetChecks.Checked checked, FakeStack stack) {
        Map<String, String> tags = new LinkedHashMap<>();
        request.structures("Tags").forEach(tag -> tags.put(tag.required("Key"), tag.required("Value")));
        boolean unchanged = stack.template != null
                && stack.template.body().equals(checked.template().body())
                && stack.parameters.equals(checked.parameters())
                && stack.tags.equals(tags);
        String failure = checked.failure();
        if (unchanged) {
            failure = "The submitted information didn't contain changes."
                    + " Submit different information to create a change set.";
        } else if (stack.script.changeSetFailure != null) {
            failure = stack.script.changeSetFailure;
            stack.script.changeSetFailure = null;
        }
        List<FakeChangeSet.Change> changes = failure.isEmpty()
                ? stack.script.changes().complete(changes(stack, checked.template(), checked.parameters()))
                : List.of();
        if (request.get("ChangeSetType").filter("IMPORT"::equals).isPresent()) {
            changes = changes.stream()
                    .map(change -> new FakeChangeSet.Change("Import", change.logicalId(), change.type()))
                    .toList();
        }
        return new FakeChangeSet(
                arn,
                name,
                request.get("ChangeSetType").orElse("UPDATE"),
                checked.template(),
                checked.parameters(),
                tags,
                changes,
                failure,
                stack.script.changeSetPolls,
                request.get("ClientToken"),
                request.get("OnStackFailure"));
    }

    private static List<FakeChangeSet.Change> changes(
            FakeStack stack, FakeTemplate wanted, Map<String, String> parameters) {
        Map<String, String> before = stack.template == null ? Map.of() : stack.template.resources();
        List<FakeChangeSet.Change> changes = new ArrayList<>();
        wanted.resources().forEach((id, type) -> {
            if (!before.containsKey(id)) {
                changes.add(new FakeChangeSet.Change("Add", id, type));
            } else if (!stack.template.content(id).equals(wanted.content(id))
                    || parameters.keySet().stream()
                            .filter(name -> wanted.content(id).contains('"' + name + '"'))
                            .anyMatch(name -> !parameters.get(name).equals(stack.parameters.get(name)))) {
                changes.add(new FakeChangeSet.Change("Modify", id, type));
            }
        });
        before.forEach((id, type) -> {
            if (!wanted.resources().containsKey(id)) {
                changes.add(new FakeChangeSet.Change("Remove", id, type));
            }
        });
        return changes;
    }

    private FakeChangeSet changeSet(QueryRequest request, FakeStack stack) {
        String wanted = request.required("ChangeSetName");
        return stack.changeSets.values().stream()
                .filter(set -> set.arn.equals(wanted) || set.name.equals(wanted) && !set.isExecuted())
                .findFirst()
                .orElseThrow(
                        () -> new QueryError(404, "ChangeSetNotFound", "ChangeSet [" + wanted + "] does not exist"));
    }

    private String describeChangeSet(QueryRequest request) {
        Optional<FakeChanges> parent = scripts.values().stream()
                .map(StackScript::changes)
                .filter(changes -> changes.hasNested(request.required("ChangeSetName")))
                .findFirst();
        if (parent.isPresent()) {
            return parent.get().describe(request, changesPerPage);
        }
        String wanted = request.required("ChangeSetName");
        FakeStack stack = request.get("StackName").isPresent() || !wanted.startsWith("arn:")
                ? stack(request, "Stack [%s] does not exist")
                : stacks.stream()
                        .filter(one -> one.changeSets.containsKey(wanted))
                        .findFirst()
                        .orElseThrow(() ->
                                new QueryError(404, "ChangeSetNotFound", "ChangeSet [" + wanted + "] does not exist"));
        FakeChangeSet changeSet = changeSet(request, stack);
        if (request.get("NextToken").isEmpty()) {
            changeSet.look();
        }
        boolean ready = changeSet.status().equals("CREATE_COMPLETE");
        List<FakeChangeSet.Change> all = ready ? changeSet.changes : List.of();
        int from = request.get("NextToken").map(Integer::parseInt).orElse(0);
        int to = Math.min(all.size(), from + changesPerPage);
        Xml xml = new Xml()
                .element("ChangeSetName", changeSet.name)
                .element("ChangeSetId", changeSet.arn)
                .element("StackId", stack.id)
                .element("StackName", stack.name)
                .element("Status", changeSet.status())
                .element("ExecutionStatus", executionStatus(stack, changeSet))
                .optional("OnStackFailure", changeSet.onStackFailure.orElse(""))
                .optional("StatusReason", changeSet.status().equals("FAILED") ? changeSet.failure : "")
                .members("Changes", all.subList(from, to), (member, change) -> member.element("Type", "Resource")
                        .nested(
                                "ResourceChange",
                                stack.script.changes().details(change, request).orElseGet(() -> change(change))));
        return (to < all.size() ? xml.element("NextToken", String.valueOf(to)) : xml).toString();
    }

    /** Kept as long as the change set. */
    private String failuresOfChangeSet(QueryRequest request) {
        String wanted = request.required("ChangeSetName");
        FakeStack stack = stacks.stream()
                .filter(one -> one.changeSets.containsKey(wanted))
                .findFirst()
                .filter(one -> !one.script.validations.isEmpty())
                .orElseThrow(() -> new QueryError(400, "InvalidAction", "Could not find operation DescribeEvents"));
        return new Xml()
                .members("OperationEvents", stack.script.validations, (member, one) -> member.append(one))
                .toString();
    }

    private static Xml change(FakeChangeSet.Change change) {
        Xml xml = new Xml()
                .element("Action", change.action())
                .element("LogicalResourceId", change.logicalId())
                .element("ResourceType", change.type());
        if (change.action().equals("Modify")) {
            Xml target = new Xml()
                    .element("Attribute", "Properties")
                    .element("Name", "Description")
                    .element("RequiresRecreation", "Never");
            xml.element("Replacement", "False")
                    .members("Details", List.of(target), (member, one) -> member.nested("Target", one));
        }
        return xml;
    }

    private String executeChangeSet(QueryRequest request) {
        FakeStack stack = stack(request, "Stack [%s] does not exist");
        FakeChangeSet changeSet = changeSet(request, stack);
        if (changeSet.onStackFailure.isPresent()
                && request.get("DisableRollback").isPresent()) {
            throw QueryError.validation("DisableRollback cannot be specified for a change set with OnStackFailure");
        }
        if (changeSet.isRepeated(request.get("ClientRequestToken"))) {
            return "";
        }
        if (stack.isBusy()) {
            throw QueryError.validation(
                    "Stack:" + stack.id + " is in " + stack.status + " state and can not be updated.");
        }
        changeSet.execute(request.get("ClientRequestToken"));
        stack.changeSets.values().forEach(FakeChangeSet::becomeObsolete);
        stack.changeSetId = changeSet.arn;
        boolean disableRollback =
                request.get("DisableRollback").filter("true"::equals).isPresent();
        stack.begin(new FakeOperation(stack, changeSet, disableRollback).steps());
        return "";
    }

    private static String executionStatus(FakeStack stack, FakeChangeSet changeSet) {
        if (!changeSet.isExecuted() || !stack.changeSetId.equals(changeSet.arn)) {
            return changeSet.executionStatus();
        }
        if (stack.status.matches("(CREATE|UPDATE|IMPORT)_COMPLETE.*")) {
            return "EXECUTE_COMPLETE";
        }
        return stack.status.matches("(CREATE|UPDATE|IMPORT)_IN_PROGRESS") ? "EXECUTE_IN_PROGRESS" : "EXECUTE_FAILED";
    }

    private String listChangeSets(QueryRequest request) {
        FakeStack stack = stack(request, "Stack [%s] does not exist");
        List<FakeChangeSet> open = stack.changeSets.values().stream()
                .filter(set -> !set.isExecuted())
                .toList();
        return new Xml()
                .members("Summaries", open, (member, set) -> member.element("StackId", stack.id)
                        .element("StackName", stack.name)
                        .element("ChangeSetId", set.arn)
                        .element("ChangeSetName", set.name)
                        .element("Status", set.status())
                        .element("ExecutionStatus", set.executionStatus()))
                .toString();
    }

    private String deleteChangeSet(QueryRequest request) {
        FakeStack stack = stack(request, "Stack [%s] does not exist");
        String wanted = request.required("ChangeSetName");
        stack.changeSets
                .values()
                .removeIf(set -> !set.isExecuted() && (set.arn.equals(wanted) || set.name.equals(wanted)));
        return "";
    }

    private String describeStackEvents(QueryRequest request) {
        FakeStack stack = stack(request, "Stack [%s] does not exist");
        List<FakeEvent> all = stack.events();
        int from = request.get("NextToken")
                .map(Integer::parseInt)
                .map(left -> all.size() - left)
                .orElse(0);
        int to = Math.min(all.size(), from + eventsPerPage);
        Xml xml = new Xml()
                .members("StackEvents", all.subList(from, to), (member, event) -> member.element("StackId", stack.id)
                        .element("EventId", event.id())
                        .element("StackName", stack.name)
                        .element("LogicalResourceId", event.logicalId())
                        .element("PhysicalResourceId", event.physicalId())
                        .element("ResourceType", event.resourceType())
                        .element("Timestamp", event.time().toString())
                        .element("ResourceStatus", event.status())
                        .optional("ResourceStatusReason", event.reason()));
        return (to < all.size() ? xml.element("NextToken", String.valueOf(all.size() - to)) : xml).toString();
    }

    private String deleteStack(QueryRequest request) {
        find(request.required("StackName")).ifPresent(stack -> {
            stack.begin(new FakeDeletion(stack, request, stacks).steps());
            if (!stack.exists()) {
                stack.look();
            }
        });
        return "";
    }

    private String createStack(QueryRequest request) {
        String name = request.required("StackName");
        if (find(name).isPresent()) {
            throw new QueryError(400, "AlreadyExistsException", "Stack [" + name + "] already exists");
        }
        FakeTemplate template = direct(request);
        return execute(newStack(name), "CREATE", template);
    }

    private String updateStack(QueryRequest request) {
        FakeStack stack = stack(request, "Stack [%s] does not exist");
        FakeTemplate template = direct(request);
        if (stack.template != null && stack.template.body().equals(template.body())) {
            throw QueryError.validation("No updates are to be performed.");
        }
        return execute(stack, "UPDATE", template);
    }

    private FakeTemplate direct(QueryRequest request) {
        Optional<String> url = request.get("TemplateURL");
        if (url.isPresent() == request.get("TemplateBody").isPresent()) {
            throw QueryError.validation("Either Template URL or Template Body must be specified.");
        }
        String body = url.isEmpty()
                ? request.required("TemplateBody")
                : templateAt(URI.create(url.get()))
                        .orElseThrow(() -> QueryError.validation("S3 error: The specified key does not exist."));
        return new FakeTemplate(body);
    }

    private String execute(FakeStack stack, String type, FakeTemplate template) {
        List<FakeChangeSet.Change> changes = changes(stack, template, Map.of());
        FakeChangeSet direct = new FakeChangeSet(
                "direct",
                "direct",
                type,
                template,
                Map.of(),
                stack.tags,
                changes,
                "",
                0,
                Optional.empty(),
                Optional.empty());
        stack.begin(new FakeOperation(stack, direct, false).steps());
        return new Xml().element("StackId", stack.id).toString();
    }

    private String listStackResources(QueryRequest request) {
        FakeStack stack = stack(request, "Stack with id %s does not exist");
        Map<String, String> types = stack.template == null ? Map.of() : stack.template.resources();
        List<String> all = List.copyOf(types.keySet());
        int from = request.get("NextToken").map(Integer::parseInt).orElse(0);
        int to = Math.min(all.size(), from + changesPerPage);
        Xml xml = new Xml().members("StackResourceSummaries", all.subList(from, to), (member, id) -> member.element(
                        "LogicalResourceId", id)
                .element("PhysicalResourceId", stack.physicalIds.getOrDefault(id, stack.template.physicalName(id)))
                .element("ResourceType", types.get(id))
                .element("LastUpdatedTimestamp", stack.created.toString())
                .element("ResourceStatus", "CREATE_COMPLETE"));
        return (to < all.size() ? xml.element("NextToken", String.valueOf(to)) : xml).toString();
    }
}
