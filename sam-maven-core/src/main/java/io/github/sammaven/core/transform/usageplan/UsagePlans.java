package io.github.sammaven.core.transform.usageplan;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.GeneratedConditions;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** The APIs that share a plan, in the order of their translation. The last one's settings hold. */
    public List<SamResource> sharing() {
        return sharing.stream().map(ApiStage::api).toList();
    }

    /** The shared plan; a condition is added if it exists on conditions only. */
    public List<CloudFormationResource> shared(GeneratedConditions conditions) {
        if (sharing.isEmpty()) {
            return List.of();
        }
        Map<String, Node> attributes = new LinkedHashMap<>();
        for (SharedPolicy policy : SharedPolicy.values()) {
            policy.of(sharing()).ifPresent(value -> attributes.put(policy.attribute(), value));
        }
        sharedCondition().ifPresent(condition -> {
            conditions.add(SHARED_CONDITION, condition);
            attributes.put("Condition", ScalarNode.string(SHARED_CONDITION));
        });
        return new UsagePlanResources("Serverless", sharedSettings, sharing)
                .all().stream().map(resource -> with(attributes, resource)).toList();
    }

    private static CloudFormationResource with(Map<String, Node> attributes, CloudFormationResource resource) {
        CloudFormationResource carrying = resource;
        for (var attribute : attributes.entrySet()) {
            carrying = carrying.withAttribute(attribute.getKey(), attribute.getValue());
        }
        return carrying;
    }

    /**
     * Holds when any sharing API exists; none if one always does. As the hosted macro writes it: the name alone if there
     * is one, and never nested.
     */
    private Optional<Node> sharedCondition() {
        if (sharing().stream().anyMatch(api -> api.condition().isEmpty())) {
            return Optional.empty();
        }
        List<String> names = sharing().stream()
                .flatMap(api -> api.condition().stream())
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
        if (names.size() < 2) {
            return names.stream().<Node>map(name -> ScalarNode.string(name)).findFirst();
        }
        return Optional.of(MappingNode.of(
                "Fn::Or",
                SequenceNode.of(names.stream()
                        .map(name -> MappingNode.of(Intrinsic.CONDITION, ScalarNode.string(name)))
                        .toList())));
    }
}
