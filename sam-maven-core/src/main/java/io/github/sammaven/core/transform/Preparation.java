package io.github.sammaven.core.transform;

import io.github.sammaven.core.template.Globals;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.transform.implicit.ImplicitApis;
import io.github.sammaven.core.transform.openapi.ApiDefinition;
import io.github.sammaven.core.transform.openapi.ApiDefinitions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What happens to resources before the first of them is translated. */
final class Preparation {

    private final Template template;
    private final Globals globals;
    private final ImplicitApis implicitApis;
    private final ApiDefinitions definitions;

    Preparation(Template template, ImplicitApis implicitApis, ApiDefinitions definitions) {
        this.definitions = definitions;
        this.template = template;
        this.globals = new Globals(template);
        this.implicitApis = implicitApis;
    }

    /** The resources as they are translated; of no use if there are errors after it. */
    Map<String, MappingNode> resources() {
        Map<String, MappingNode> written = new LinkedHashMap<>();
        template.section("Resources")
                .forEach((id, node) -> node.asMapping().ifPresent(resource -> written.put(id, resource)));
        Map<String, MappingNode> all = implicitApis.added(written);
        all.replaceAll((id, resource) -> merged(resource));
        all.forEach(this::switchVersion);
        return all;
    }

    /** A definition of the transform's own is written in the version that the API asks for. */
    private void switchVersion(String id, MappingNode resource) {
        boolean isRest =
                resource.text("Type").filter("AWS::Serverless::Api"::equals).isPresent();
        if (isRest && definitions.isManaged(id)) {
            Optional<Node> version = resource.mapping("Properties").flatMap(all -> all.get("OpenApiVersion"));
            if (ApiDefinition.isOpenApi3(version)) {
                definitions
                        .get(id)
                        .ifPresent(definition -> definition.switchToOpenApi(
                                version.flatMap(Node::asText).orElse("")));
            }
        }
    }

    private MappingNode merged(MappingNode resource) {
        boolean shared = resource.text("Type").flatMap(Globals::sectionFor).isPresent();
        if (!shared) {
            return resource;
        }
        MappingNode properties = globals.properties(resource, Set.of());
        return properties.size() == 0 ? resource : resource.with("Properties", properties);
    }
}
