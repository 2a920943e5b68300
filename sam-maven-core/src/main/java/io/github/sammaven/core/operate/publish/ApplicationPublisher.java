package io.github.sammaven.core.operate.publish;

import io.github.sammaven.core.aws.ApplicationRepository;
import io.github.sammaven.core.aws.PublishedApplication;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateWriter;
import java.util.Map;
import java.util.Optional;

/** Makes an application known, or changes what is known, with a new version if there is one. */
public final class ApplicationPublisher {

    private final ApplicationRepository repository;

    public ApplicationPublisher(ApplicationRepository repository) {
        this.repository = repository;
    }

    /**
     * What was done.
     *
     * @param applicationId ARN of the application
     * @param version that was asked for
     */
    public record Publication(
            String applicationId, PublishedApplication application, Outcome outcome, Optional<String> version) {}

    /** How far it went. */
    public enum Outcome {
        CREATED,
        /** Also when there is no version to make. */
        UPDATED,
        VERSION_ADDED,
        /** The version is there already, and stays as it is. */
        VERSION_EXISTS
    }

    /**
     * @param packaged template whose local paths are uploaded
     * @param version instead of the one in the template
     * @throws io.github.sammaven.core.problem.InvalidTemplateException with all that the service would refuse
     * @throws SamException if the service refuses
     */
    public Publication publish(Template packaged, Optional<String> version) {
        PublishedApplication application = ApplicationMetadata.read(packaged, version);
        String body = new TemplateWriter().yaml(withoutMetadata(packaged.root()));
        Optional<String> existing = repository.find(application.name());
        if (existing.isEmpty()) {
            return new Publication(
                    repository.create(application, body), application, Outcome.CREATED, application.version());
        }
        repository.update(existing.get(), application);
        Outcome outcome = application
                .version()
                .map(wanted -> repository.createVersion(existing.get(), application, wanted, body)
                        ? Outcome.VERSION_ADDED
                        : Outcome.VERSION_EXISTS)
                .orElse(Outcome.UPDATED);
        return new Publication(existing.get(), application, outcome, application.version());
    }

    private static MappingNode withoutMetadata(MappingNode root) {
        MappingNode metadata = root.get("Metadata")
                .flatMap(Node::asMapping)
                .map(all -> all.without(ApplicationMetadata.KEY))
                .orElse(MappingNode.of(Map.of()));
        return metadata.size() == 0 ? root.without("Metadata") : root.with("Metadata", metadata);
    }
}
