package io.github.sammaven.core.operate.list;

import io.github.sammaven.core.template.Template;
import java.util.ArrayList;
import java.util.List;

/** Lists what a transformed template declares; nothing of it need be deployed. */
public final class LocalListing {

    private LocalListing() {}

    /** In template order. */
    public static List<ListedResource> resources(Template transformed) {
        return transformed.section("Resources").keySet().stream()
                .map(id -> new ListedResource(id, ""))
                .toList();
    }

    /** Functions with URLs, then APIs, in template order. */
    public static List<ListedEndpoint> endpoints(Template transformed) {
        EndpointTemplate template = new EndpointTemplate(transformed);
        List<ListedEndpoint> endpoints = new ArrayList<>();
        template.functionUrls().values().stream()
                .distinct()
                .forEach(function -> endpoints.add(new ListedEndpoint(function, "", List.of(), List.of())));
        template.apis()
                .forEach(api -> endpoints.add(new ListedEndpoint(api.logicalId(), "", List.of(), api.methods())));
        return endpoints;
    }
}
