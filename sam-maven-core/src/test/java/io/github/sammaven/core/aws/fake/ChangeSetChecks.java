package io.github.sammaven.core.aws.fake;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What CloudFormation refuses before it makes a change set. */
final class ChangeSetChecks {

    private static final String NAME = "[a-zA-Z][-a-zA-Z0-9]*";
    private static final int MAX_INLINE_BYTES = 51_200;

    private final Function<URI, Optional<String>> bucket;

    ChangeSetChecks(Function<URI, Optional<String>> bucket) {
        this.bucket = bucket;
    }

    /**
     * A request that is taken.
     *
     * @param parameters effective values
     * @param failure why the change set will fail; empty if it will not
     */
    record Checked(FakeTemplate template, Map<String, String> parameters, String failure) {}

    Checked check(QueryRequest request, Optional<FakeStack> stack) {
        name(request, "StackName", "stackName");
        name(request, "ChangeSetName", "changeSetName");
        most(request.structures("Tags").size(), 50, "tags");
        most(request.list("NotificationARNs").size(), 5, "notificationARNs");
        FakeTemplate template = template(request);
        state(request, stack);
        imports(request, template);
        failure(request, stack);
        Map<String, String> parameters = parameters(request, template, stack);
        return new Checked(template, parameters, capabilities(request, template));
    }

    private static void name(QueryRequest request, String field, String member) {
        String name = request.required(field);
        if (name.length() > 128) {
            throw QueryError.constraint("'" + name + "'", member, "have length less than or equal to 128");
        }
        if (!name.matches(NAME)) {
            throw QueryError.constraint("'" + name + "'", member, "satisfy regular expression pattern: " + NAME);
        }
    }

    private static void most(int count, int limit, String member) {
        if (count > limit) {
            throw QueryError.constraint("'[...]'", member, "have length less than or equal to " + limit);
        }
    }

    private FakeTemplate template(QueryRequest request) {
        Optional<String> body = request.get("TemplateBody");
        Optional<String> url = request.get("TemplateURL");
        if (body.isPresent() == url.isPresent()) {
            throw QueryError.validation(
                    body.isPresent()
                            ? "You cannot specify both TemplateBody and TemplateURL"
                            : "Either Template URL or Template Body must be specified.");
        }
        if (body.isPresent()) {
            if (body.get().getBytes(StandardCharsets.UTF_8).length > MAX_INLINE_BYTES) {
                throw QueryError.constraint("'...'", "templateBody", "have length less than or equal to 51200");
            }
            return new FakeTemplate(body.get());
        }
        return new FakeTemplate(bucket.apply(URI.create(url.get()))
                .orElseThrow(() -> QueryError.validation("S3 error: The specified key does not exist.")));
    }

    private static void state(QueryRequest request, Optional<FakeStack> stack) {
        if (request.get("ChangeSetType").filter("IMPORT"::equals).isPresent()
                && stack.filter(found -> !found.status.matches("(CREATE|UPDATE|IMPORT|.*ROLLBACK)_COMPLETE"))
                        .isEmpty()) {
            return;
        }
        boolean creates = request.get("ChangeSetType").orElse("UPDATE").equals("CREATE");
        String stackName = request.required("StackName");
        if (stack.isEmpty()) {
            if (!creates) {
                throw QueryError.validation("Stack [" + stackName + "] does not exist");
            }
            return;
        }
        String status = stack.get().status;
        if (creates != status.equals("REVIEW_IN_PROGRESS")) {
            throw QueryError.validation(
                    creates
                            ? "Stack [" + stackName
                                    + "] already exists and cannot be created again with the changeSet ["
                                    + request.required("ChangeSetName") + "]."
                            : refused(stack.get()));
        }
        if (!creates
                && (status.endsWith("_IN_PROGRESS")
                        || status.matches("(.*_)?ROLLBACK_FAILED|ROLLBACK_COMPLETE|DELETE_FAILED"))) {
            throw QueryError.validation(refused(stack.get()));
        }
    }

    private static void imports(QueryRequest request, FakeTemplate template) {
        List<QueryRequest> imports = request.structures("ResourcesToImport");
        boolean importing =
                request.get("ChangeSetType").filter("IMPORT"::equals).isPresent();
        if (importing == imports.isEmpty()) {
            throw QueryError.validation(
                    importing
                            ? "You must specify ResourcesToImport for an import change set"
                            : "ResourcesToImport can only be specified for an import change set");
        }
        for (QueryRequest resource : imports) {
            String id = resource.required("LogicalResourceId");
            if (!template.resources().containsKey(id)) {
                throw QueryError.validation("Resources [" + id + "] are missing from the template");
            }
            if (!template.resources().get(id).equals(resource.required("ResourceType"))) {
                throw QueryError.validation("ResourceTypes [" + id + "] do not match the template");
            }
            if (resource.structures("ResourceIdentifier").isEmpty()
                    && resource.get("ResourceIdentifier.entry.1.key").isEmpty()) {
                throw QueryError.validation("ResourceIdentifier of [" + id + "] is missing");
            }
            if (!template.content(id).contains("DeletionPolicy")) {
                throw QueryError.validation(
                        "Resources [" + id + "] is missing DeletionPolicy: it is required for import");
            }
        }
    }

    private static void failure(QueryRequest request, Optional<FakeStack> stack) {
        boolean creates = request.get("ChangeSetType").filter("CREATE"::equals).isPresent();
        if (request.get("OnStackFailure").filter("DELETE"::equals).isPresent() && !creates) {
            throw QueryError.validation("OnStackFailure DELETE can only be specified for a CREATE change set");
        }
        boolean refuses =
                stack.filter(found -> found.script.refusesNestedStacks).isPresent();
        if (refuses && request.get("IncludeNestedStacks").isPresent()) {
            throw QueryError.validation("IncludeNestedStacks is not supported");
        }
    }

    private static String refused(FakeStack stack) {
        return "Stack:" + stack.id + " is in " + stack.status + " state and can not be updated.";
    }

    private static Map<String, String> parameters(
            QueryRequest request, FakeTemplate template, Optional<FakeStack> stack) {
        Map<String, Boolean> declared = template.parameters();
        Map<String, String> before = stack.map(known -> known.parameters).orElse(Map.of());
        Map<String, String> given = new LinkedHashMap<>();
        for (QueryRequest parameter : request.structures("Parameters")) {
            String key = parameter.required("ParameterKey");
            boolean previous =
                    parameter.get("UsePreviousValue").filter("true"::equals).isPresent();
            Optional<String> value = parameter.get("ParameterValue");
            if (previous == value.isPresent()) {
                throw QueryError.validation("Invalid input for parameter key " + key
                        + ". Need to specify either usePreviousValue as true or a value for the key");
            }
            if (previous && !before.containsKey(key)) {
                throw QueryError.validation("Invalid input for parameter key " + key
                        + ". Cannot specify usePreviousValue as true for a parameter key not in the previous template");
            }
            given.put(key, value.orElseGet(() -> before.get(key)));
        }
        List<String> unknown = given.keySet().stream()
                .filter(key -> !declared.containsKey(key))
                .toList();
        if (!unknown.isEmpty()) {
            throw QueryError.validation("Parameters: " + unknown + " do not exist in the template");
        }
        return effective(declared, given, template);
    }

    private static Map<String, String> effective(
            Map<String, Boolean> declared, Map<String, String> given, FakeTemplate template) {
        Map<String, String> effective = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        declared.forEach((key, hasDefault) -> {
            if (given.containsKey(key)) {
                effective.put(key, given.get(key));
            } else if (hasDefault) {
                effective.put(key, template.defaultOf(key));
            } else {
                missing.add(key);
            }
        });
        if (!missing.isEmpty()) {
            throw QueryError.validation("Parameters: " + missing + " must have values");
        }
        effective.forEach((key, value) -> {
            if (!template.allows(key, value)) {
                throw QueryError.validation("Template error: Parameter '" + key + "' must be one of AllowedValues");
            }
        });
        return effective;
    }

    /** A template with a transform is judged after it was transformed, by a change set that fails. */
    private static String capabilities(QueryRequest request, FakeTemplate template) {
        Set<String> missing = new TreeSet<>(template.neededCapabilities());
        missing.removeAll(request.list("Capabilities"));
        if (request.list("Capabilities").contains("CAPABILITY_NAMED_IAM")) {
            missing.remove("CAPABILITY_IAM");
        }
        if (missing.isEmpty()) {
            return "";
        }
        String message = "Requires capabilities : " + missing;
        if (template.hasTransform()) {
            return message;
        }
        throw new QueryError(400, "InsufficientCapabilitiesException", message);
    }
}
