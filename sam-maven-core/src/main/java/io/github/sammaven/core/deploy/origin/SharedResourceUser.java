package io.github.sammaven.core.deploy.origin;

import io.github.sammaven.core.template.Globals;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The first resource that needs what SAM generates once for several: an API that no resource stands for, or what
 * CodeDeploy works with. Their names are fixed, so the template need not be transformed for them.
 */
final class SharedResourceUser {

    private final Template template;
    private final Globals globals;
    private final Map<String, Optional<String>> found = new HashMap<>();

    SharedResourceUser(Template template) {
        this.template = template;
        this.globals = new Globals(template);
    }

    /** Empty if {@code logicalId} is no such resource, or nothing needs it. */
    Optional<String> of(String logicalId) {
        if (logicalId.startsWith("ServerlessRestApi")) {
            return first("Api", properties -> hasEvent(properties, "Api", "RestApiId"));
        }
        if (logicalId.startsWith("ServerlessHttpApi")) {
            return first("HttpApi", properties -> hasEvent(properties, "HttpApi", "ApiId"));
        }
        if (logicalId.equals("ServerlessDeploymentApplication") || logicalId.equals("CodeDeployServiceRole")) {
            return first("Deployment", properties -> properties.has("DeploymentPreference"));
        }
        return Optional.empty();
    }

    private Optional<String> first(String kind, Predicate<MappingNode> needs) {
        return found.computeIfAbsent(kind, any -> template.section("Resources").entrySet().stream()
                .filter(resource -> isServerless(resource.getValue()))
                .filter(resource -> resource.getValue()
                        .asMapping()
                        .map(body -> globals.properties(body, Set.of()))
                        .filter(needs)
                        .isPresent())
                .map(Map.Entry::getKey)
                .findFirst());
    }

    private static boolean isServerless(Node resource) {
        return resource.asMapping()
                .flatMap(body -> body.text("Type"))
                .filter(type -> type.startsWith("AWS::Serverless::"))
                .isPresent();
    }

    private static boolean hasEvent(MappingNode properties, String type, String ownApi) {
        return properties.mapping("Events").stream()
                .flatMap(events -> events.entries().values().stream())
                .flatMap(event -> event.asMapping().stream())
                .filter(event -> event.text("Type").filter(type::equals).isPresent())
                .anyMatch(event -> event.mapping("Properties")
                        .filter(all -> all.has(ownApi))
                        .isEmpty());
    }
}
