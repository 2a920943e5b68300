package io.github.sammaven.core.transform.policy;

import io.github.sammaven.core.template.MappingNode;
import java.util.List;
import java.util.Set;

public final class PolicyTemplates {

    public static PolicyTemplates load() {
        return new PolicyTemplates();
    }

    public boolean has(String name) {
        return false;
    }

    public Set<String> names() {
        return Set.of();
    }

    public List<String> parameters(String name) {
        return List.of();
    }

    public MappingNode document(String name, MappingNode values) {
        return values;
    }
}
