package io.github.sammaven.core.operate.logs.place;

import io.github.sammaven.core.operate.logs.LogSource;
import io.github.sammaven.core.operate.stack.DeployedResource;
import io.github.sammaven.core.operate.stack.StackCatalogue;
import io.github.sammaven.core.template.MappingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Log groups of APIs: those of their stages, which the stack holds as resources of their own. */
final class ApiStages {

    private static final String REST_STAGE = "AWS::ApiGateway::Stage";
    private static final String STAGE_V2 = "AWS::ApiGatewayV2::Stage";

    private final StackCatalogue catalogue;
    private final DeployedTemplates templates;

    ApiStages(StackCatalogue catalogue, DeployedTemplates templates) {
        this.catalogue = catalogue;
        this.templates = templates;
    }

    /** Execution logs of each stage, and its access logs if there are any. */
    List<LogSource> ofRestApi(DeployedResource api) {
        List<LogSource> sources = new ArrayList<>();
        List<DeployedResource> stages = stages(api, REST_STAGE, "RestApiId");
        for (DeployedResource stage : stages) {
            sources.add(execution(api, stage.physicalId()));
            accessLog(stage, "AccessLogSetting").ifPresent(group -> sources.add(access(api, group)));
        }
        return stages.isEmpty() ? List.of(execution(api, "Prod")) : sources;
    }

    /** Access logs of each stage; an HTTP or WebSocket API has no others under its own name. */
    List<LogSource> ofApiV2(DeployedResource api) {
        return stages(api, STAGE_V2, "ApiId").stream()
                .flatMap(stage -> accessLog(stage, "AccessLogSettings").stream())
                .map(group -> access(api, group))
                .toList();
    }

    private static LogSource execution(DeployedResource api, String stage) {
        return new LogSource(
                api.path(),
                "API-Gateway-Execution-Logs_" + api.physicalId() + "/" + stage,
                LogSource.Kind.API_EXECUTION);
    }

    private static LogSource access(DeployedResource api, String group) {
        return new LogSource(api.path(), group, LogSource.Kind.API_ACCESS);
    }

    private List<DeployedResource> stages(DeployedResource api, String type, String reference) {
        return catalogue.ofType(type).stream()
                .filter(stage -> stage.parent().equals(api.parent()))
                .filter(stage -> belongs(stage, api, reference))
                .toList();
    }

    /** By the template; without it, by the names that the SAM transform gives to stages. */
    private boolean belongs(DeployedResource stage, DeployedResource api, String reference) {
        return templates
                .properties(stage)
                .map(properties -> properties
                        .get(reference)
                        .flatMap(text(stage)::of)
                        .filter(api.physicalId()::equals)
                        .isPresent())
                .orElseGet(() -> stage.logicalId().startsWith(api.logicalId()) || isOnlyApi(api));
    }

    private boolean isOnlyApi(DeployedResource api) {
        return catalogue.ofType(api.type()).stream()
                        .filter(other -> other.parent().equals(api.parent()))
                        .limit(2)
                        .count()
                == 1;
    }

    private Optional<String> accessLog(DeployedResource stage, String setting) {
        return templates
                .properties(stage)
                .flatMap(properties -> properties.mapping(setting))
                .flatMap((MappingNode settings) -> settings.get("DestinationArn"))
                .flatMap(text(stage)::logGroup);
    }

    private ReferenceText text(DeployedResource resource) {
        return new ReferenceText(catalogue, resource.parent());
    }
}
