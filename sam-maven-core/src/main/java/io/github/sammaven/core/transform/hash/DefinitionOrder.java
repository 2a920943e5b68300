package io.github.sammaven.core.transform.hash;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order of the keys of each mapping in a definition. Keys that the template has were there first; the steps that
 * added the others are known by what they add.
 */
final class DefinitionOrder {

    static final String ANY = "x-amazon-apigateway-any-method";
    static final String OPTIONS = "options";
    static final String IAM = "AWS_IAM";

    private static final List<String> IAM_OF_EVENT = List.of("x-amazon-apigateway-authtype", "type", "name", "in");
    private static final List<String> SWAGGER_ONLY = List.of("consumes", "produces");

    private final SamResource api;
    private final boolean openApi;
    private final SectionOrder sections;
    private final Map<String, Set<String>> routes;

    DefinitionOrder(MappingNode definition, SamResource api, Map<String, Set<String>> routes) {
        this.api = api;
        this.openApi = definition.has("openapi");
        this.sections = new SectionOrder(definition, api);
        this.routes = routes;
    }

    List<String> keys(Place place, MappingNode mapping) {
        if (mapping.size() < 2) {
            return List.copyOf(mapping.keys());
        }
        if (place.depth() == 0 && !place.conditional() && mapping.has(Place.PATHS)) {
            return sections.keys();
        }
        if (isIamOfEvent(place) && mapping.keys().equals(Set.copyOf(IAM_OF_EVENT))) {
            return IAM_OF_EVENT;
        }
        if (isPreflight(place, mapping)) {
            return preflight(mapping);
        }
        return steppedThrough(place, mapping);
    }

    private List<String> steppedThrough(Place place, MappingNode mapping) {
        List<String> written = new ArrayList<>();
        List<String> made = new ArrayList<>();
        mapping.keys().forEach(key -> (mapping.isWritten(key) ? written : made).add(key));
        Edit edit = edit(place, mapping, made);
        KeyTable table = KeyTable.of(written);
        if (made.isEmpty()) {
            return table.copied(Edit.allCopies(api)).keys();
        }
        if (place.isMethod() && !written.isEmpty() && isMerged(place)) {
            List<String> merged = new ArrayList<>(table.keys());
            merged.addAll(KeyTable.of(made).keys());
            return merged;
        }
        table = written.isEmpty() ? table : table.copied(edit.copiesBefore(api));
        byEvents(place, made).forEach(table::put);
        return table.copied(edit.copiesAfter(api)).keys();
    }

    private boolean isIamOfEvent(Place place) {
        return place.key().equals(IAM) && place.parent().startsWith("security") && !sections.definesIam();
    }

    /** Whether a method of an event was laid over that of the definition, which makes an ordinary dictionary of it. */
    private boolean isMerged(Place place) {
        return api.get("MergeDefinitions").filter(ScalarNode.bool(true)::equals).isPresent()
                && routes.getOrDefault(place.second(), Set.of()).contains(place.third());
    }

    private Edit edit(Place place, MappingNode mapping, List<String> made) {
        if (place.isPath() && made.contains(OPTIONS)) {
            return Edit.CORS;
        }
        if (place.section().equals(Place.PATHS) && place.third().equals(OPTIONS)) {
            return Edit.CORS;
        }
        if (place.isMethod() && mapping.isWritten("x-amazon-apigateway-integration")) {
            return Edit.AUTH;
        }
        if (place.section().startsWith("security") || place.second().equals("securitySchemes")) {
            return sections.schemesEdit();
        }
        return place.section().equals(SectionOrder.RESPONSES) ? Edit.GATEWAY_RESPONSES : Edit.EVENTS;
    }

    private List<String> byEvents(Place place, List<String> made) {
        if (place.isPaths()) {
            return ordered(made, routes.keySet());
        }
        return place.isPath() ? ordered(made, routes.getOrDefault(place.second(), Set.of())) : made;
    }

    /** {@code keys}, those of events in their order, {@code options} last unless it is one of them. */
    private static List<String> ordered(List<String> keys, Set<String> ofEvents) {
        Set<String> present = new LinkedHashSet<>(keys);
        Set<String> ordered = new LinkedHashSet<>(ofEvents);
        ordered.retainAll(present);
        boolean preflight = present.contains(OPTIONS) && !ordered.contains(OPTIONS);
        present.removeAll(ordered);
        present.remove(OPTIONS);
        List<String> all = new ArrayList<>(present);
        all.addAll(ordered);
        if (preflight) {
            all.add(OPTIONS);
        }
        return all;
    }

    /** Whether this is a generated method that lost what OpenAPI 3 does not have. */
    private boolean isPreflight(Place place, MappingNode mapping) {
        return openApi
                && place.isMethod()
                && place.third().equals(OPTIONS)
                && mapping.has("summary")
                && !mapping.isWritten("summary")
                && SWAGGER_ONLY.stream().noneMatch(mapping::has);
    }

    private List<String> preflight(MappingNode mapping) {
        List<String> keys = new ArrayList<>(mapping.keys());
        keys.addAll(keys.indexOf("summary") + 1, SWAGGER_ONLY);
        boolean secured = Edit.AUTH.isDone(api);
        KeyTable table = KeyTable.of(keys).copied(secured ? 3 : 1);
        SWAGGER_ONLY.forEach(table::remove);
        return table.copied(Edit.AUTH.copiesLater(api)).keys();
    }
}
