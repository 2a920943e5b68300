package io.github.sammaven.core.transform.hash;

import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.Optional;

/** What a deployment of a REST API consists of, as one text: another text is another deployment. */
public final class DeploymentText {

    private static final String SEPARATOR = "||";

    private final ApiEvents events;

    /** @param events those of the template */
    public DeploymentText(ApiEvents events) {
        this.events = events;
    }

    /**
     * @param content the definition, or where it is
     * @param domain {@code Domain} with parameters put in
     */
    public String of(SamResource api, Node content, Optional<Node> domain) {
        StringBuilder text = new StringBuilder(DefinitionText.of(content, api, events.routes(api.logicalId())));
        BlankValue.given(api.properties(), "OpenApiVersion")
                .flatMap(Node::asText)
                .ifPresent(version -> text.append(SEPARATOR).append(version));
        domain.filter(settings -> !BlankValue.is(settings))
                .ifPresent(settings -> text.append(SEPARATOR).append(DomainText.of(settings)));
        String names = events.functionNames(api.logicalId());
        return names.isEmpty()
                ? text.toString()
                : text.append(SEPARATOR).append(names).toString();
    }
}
