package io.github.sammaven.core.deploy.origin;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import java.util.Map;
import java.util.Optional;

/** Finds resources of a stack in the template. */
public final class ResourceMarks {

    private final Template template;

    public ResourceMarks(Template template) {
        this.template = template;
    }

    /** Where {@code logicalId} is written; {@link SourceMark#NONE} if the template does not have it. */
    public SourceMark of(String logicalId) {
        return template.section("Resources").containsKey(logicalId)
                ? template.resourceMark(logicalId)
                : SourceMark.NONE;
    }

    /**
     * As far as the template goes the way to a part of a resource.
     *
     * @param path {@code /Resources/Orders/Properties/Name}; the resource itself if it is empty or leads elsewhere
     */
    public SourceMark of(String logicalId, String path) {
        SourceMark start = of(logicalId);
        String above = "/Resources/" + logicalId + "/";
        return template.resource(logicalId)
                .filter(resource -> path.startsWith(above))
                .map(resource -> PropertyWay.of(resource, start, path.substring(above.length()))
                        .mark())
                .orElse(start);
    }

    /**
     * The resource of the template that {@code logicalId} was most likely generated for: SAM puts the name of the
     * resource first, {@code OrdersFunctionRole}.
     */
    public Optional<String> origin(String logicalId) {
        Map<String, Node> resources = template.section("Resources");
        for (int end = logicalId.length() - 1; end > 0; end--) {
            String name = logicalId.substring(0, end);
            if (resources.containsKey(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
