package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The definitions of all APIs of a template, shared by the events that write into them. Not safe for threads. */
public final class ApiDefinitions {

    private final Map<String, ApiDefinition> byApi = new HashMap<>();
    private final Set<String> managed = new HashSet<>();

    /** Gives the API a definition of the transform's own, since the template has none. */
    public void manage(String apiId, MappingNode skeleton) {
        managed.add(apiId);
        byApi.put(apiId, ApiDefinition.of(skeleton));
    }

    /** Forgets an API that nobody needs. */
    public void remove(String apiId) {
        managed.remove(apiId);
        byApi.remove(apiId);
    }

    /** Whether the definition is the transform's own, not the template's. */
    public boolean isManaged(String apiId) {
        return managed.contains(apiId);
    }

    /** The definition of a managed API, or of one that {@link #of} was called for. */
    public Optional<ApiDefinition> get(String apiId) {
        return Optional.ofNullable(byApi.get(apiId));
    }

    /** The definition of the API, which starts with {@code body}, a document that passes can work on. */
    public ApiDefinition of(String apiId, MappingNode body) {
        return byApi.computeIfAbsent(apiId, id -> ApiDefinition.of(body));
    }
}
