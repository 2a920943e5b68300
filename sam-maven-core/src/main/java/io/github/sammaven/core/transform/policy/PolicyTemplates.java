package io.github.sammaven.core.transform.policy;

import io.github.sammaven.core.template.MappingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sets of permissions that SAM knows by name, each with parameters such as the name of a table. */
public final class PolicyTemplates {

    private @Nullable Map<String, PolicyTemplate> byName;

    private PolicyTemplates() {}

    /** Nothing is read yet. */
    public static PolicyTemplates load() {
        return new PolicyTemplates();
    }

    public boolean has(String name) {
        return all().containsKey(name);
    }

    /** In alphabetical order. */
    public Set<String> names() {
        return all().keySet();
    }

    /** The parameters that must be given. */
    public List<String> parameters(String name) {
        return template(name).parameters();
    }

    /**
     * The policy document.
     *
     * @param values of all parameters; they are put in as they are
     * @throws IllegalArgumentException if there is no such template or a parameter has no value
     */
    public MappingNode document(String name, MappingNode values) {
        return template(name).document(values);
    }

    private PolicyTemplate template(String name) {
        PolicyTemplate template = all().get(name);
        if (template == null) {
            throw new IllegalArgumentException("no policy template " + name);
        }
        return template;
    }

    private synchronized Map<String, PolicyTemplate> all() {
        Map<String, PolicyTemplate> known = byName;
        if (known == null) {
            known = read();
            byName = known;
        }
        return known;
    }

    private static Map<String, PolicyTemplate> read() {
        Map<String, PolicyTemplate> templates = new TreeMap<>();
        for (DataFile.Block block : DataFile.blocks("policy-templates.txt")) {
            templates.put(block.name(), new PolicyTemplate(block.words(), statements(block.lines())));
        }
        return templates;
    }

    private static List<StatementTemplate> statements(List<List<String>> lines) {
        List<StatementTemplate.Builder> builders = new ArrayList<>();
        for (List<String> words : lines) {
            if (words.get(0).startsWith("allow")) {
                builders.add(new StatementTemplate.Builder());
            }
            builders.get(builders.size() - 1).line(words);
        }
        return builders.stream().map(StatementTemplate.Builder::build).toList();
    }
}
