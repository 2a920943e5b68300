package io.github.sammaven.core.transform.usageplan;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.GeneratedConditions;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The usage plans of the REST APIs of a template. Not safe for threads. */
public final class UsagePlans {

    private static final String SHARED_CONDITION = "SharedUsagePlanCondition";
    private static final Set<String> KINDS = Set.of("NONE", "PER_API", "SHARED");
    private static final Set<String> KEYS =
            Set.of("CreateUsagePlan", "UsagePlanName", "Description", "Quota", "Tags", "Throttle");

    private final List<ApiStage> sharing = new ArrayList<>();
    private MappingNode sharedSettings = MappingNode.builder().build();

    /**
     * What {@code usagePlan} makes for one API. A shared plan is collected instead.
     *
     * @param usagePlan {@code Auth.UsagePlan}
     */
    public List<CloudFormationResource> resources(ApiStage stage, Node usagePlan) {
        MappingNode settings = usagePlan.asMapping().orElseThrow(() -> stage.api()
                .invalid(usagePlan, "Auth.UsagePlan must be a mapping, this is " + usagePlan.kindName(), ""));
        settings.keys().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw stage.api()
                    .invalid(
                            settings,
                            "Auth.UsagePlan: unknown property '%s'".formatted(key),
                            NearestName.suggestion(key, KEYS));
        });
        String kind = kind(stage, settings);
        if (kind.equals("SHARED")) {
            sharing.add(stage);
            sharedSettings = settings;
        }
        return kind.equals("PER_API")
                ? new UsagePlanResources(stage.api().logicalId(), settings, List.of(stage))
                        .all().stream()
                                .map(resource -> withAttributesOf(stage, resource))
                                .toList()
                : List.of();
    }

    private static String kind(ApiStage stage, MappingNode settings) {
        Node given = settings.get("CreateUsagePlan")
                .filter(value -> !value.isNull())
                .orElseThrow(() -> stage.api()
                        .invalid(settings, "Auth.UsagePlan needs CreateUsagePlan", "one of NONE, PER_API, SHARED"));
        String kind = given.asText().orElse("");
        if (!KINDS.contains(kind)) {
            throw stage.api()
                    .invalid(
                            given,
                            "Auth.UsagePlan.CreateUsagePlan must be one of NONE, PER_API, SHARED",
                            NearestName.suggestion(kind, KINDS));
        }
        return kind;
    }

    private static CloudFormationResource withAttributesOf(ApiStage stage, CloudFormationResource resource) {
        CloudFormationResource carrying =
                stage.api().beside(resource.logicalId(), resource.type(), resource.properties());
        return carrying.withAttribute(
                "DependsOn", resource.body().get("DependsOn").orElseThrow());
    }

    /** The id of the API that shares first, if any does: the shared plan takes its place in the template. */
    public Optional<String> sharedOwner() {
        return sharing.stream().findFirst().map(stage -> stage.api().logicalId());
    }

    /** The API whose settings the shared plan has: the last one. */
    public Optional<SamResource> sharedLast() {
        return sharing.isEmpty()
                ? Optional.empty()
                : Optional.of(sharing.get(sharing.size() - 1).api());
    }

    /** The shared plan; a condition is added if it exists on conditions only. */
    public List<CloudFormationResource> shared(GeneratedConditions conditions) {
        if (sharing.isEmpty()) {
            return List.of();
        }
        Set<String> names = new TreeSet<>();
        sharing.forEach(stage -> stage.api().condition().ifPresent(names::add));
        boolean conditional =
                sharing.stream().allMatch(stage -> stage.api().condition().isPresent());
        Optional<String> condition =
                conditional ? Optional.of(conditions.anyOf(SHARED_CONDITION, List.copyOf(names))) : Optional.empty();
        return new UsagePlanResources("Serverless", sharedSettings, sharing)
                .all().stream()
                        .map(resource -> withPolicy(resource, "DeletionPolicy", List.of("Retain", "Delete")))
                        .map(resource ->
                                withPolicy(resource, "UpdateReplacePolicy", List.of("Retain", "Snapshot", "Delete")))
                        .map(resource -> condition
                                .map(name -> resource.withAttribute("Condition", name))
                                .orElse(resource))
                        .toList();
    }

    /** The first of {@code ranked} that some sharing API has. */
    private CloudFormationResource withPolicy(CloudFormationResource resource, String attribute, List<String> ranked) {
        return ranked.stream()
                .filter(policy -> sharing.stream().anyMatch(stage -> stage.api()
                        .body()
                        .text(attribute)
                        .filter(policy::equals)
                        .isPresent()))
                .findFirst()
                .map(policy -> resource.withAttribute(attribute, policy))
                .orElse(resource);
    }
}
