package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A template as it was read.
 *
 * @param root the top-level mapping
 * @param path the file it came from, absolute; relative paths in it count from the file's folder
 * @param format how it was written
 * @param findings what the reader noticed and a service would let pass, such as a key given twice
 */
public record Template(MappingNode root, Path path, TemplateFormat format, List<Problem> findings) {

    public Template {
        path = path.toAbsolutePath().normalize();
        findings = List.copyOf(findings);
    }

    /** The folder that relative paths in the template start from. */
    public Path folder() {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    /** Entries of a top-level section; empty if it is absent or no mapping. */
    public Map<String, Node> section(String name) {
        return root.mapping(name).map(MappingNode::entries).orElse(Map.of());
    }

    /** The resource with this logical id, if it is there and a mapping. */
    public Optional<MappingNode> resource(String logicalId) {
        return root.mapping("Resources").flatMap(resources -> resources.mapping(logicalId));
    }

    /** Where the resource's logical id is written; the template's own place if it is not there. */
    public SourceMark resourceMark(String logicalId) {
        return root.mapping("Resources")
                .filter(resources -> resources.has(logicalId))
                .map(resources -> resources.keyMark(logicalId))
                .orElse(SourceMark.ofFile(root.mark().file()));
    }

    public Template withRoot(MappingNode changed) {
        return new Template(changed, path, format, findings);
    }
}
