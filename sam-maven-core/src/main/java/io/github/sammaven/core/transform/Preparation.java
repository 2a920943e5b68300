package io.github.sammaven.core.transform;

import io.github.sammaven.core.template.Globals;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.transform.implicit.ImplicitApis;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What happens to resources before the first of them is translated. */
final class Preparation {

    private final Template template;
    private final Globals globals;
    private final ImplicitApis implicitApis;

    Preparation(Template template, ImplicitApis implicitApis) {
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
        return all;
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
