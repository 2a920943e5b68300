package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Partition;
import io.github.sammaven.core.transform.context.BlankValue;
import java.util.List;
import java.util.Optional;

/** What the properties of an HTTP API do to its definition, in the order in which they do it. */
public final class HttpApiEdits {

    private static final List<String> NEED_DEFINITION =
            List.of("CorsConfiguration", "Auth", "Tags", "Name", "Description");
    private static final String DISABLED_ENDPOINT = "DisableExecuteApiEndpoint";
    private static final String INFO = "info";
    private static final String TITLE = "title";
    private static final String DESCRIPTION = "description";

    private final MappingNode properties;
    private final Partition partition;
    private final Rejection rejection;

    /**
     * @param properties those of the API, with the values of parameters put into {@code CorsConfiguration}
     * @param partition stands in the URIs of authorizers
     */
    public HttpApiEdits(MappingNode properties, Partition partition, Rejection rejection) {
        this.properties = properties;
        this.partition = partition;
        this.rejection = rejection;
    }

    /** @throws RuntimeException of the rejection, if a property needs a definition that is part of the template */
    public void requireNone() {
        NEED_DEFINITION.forEach(name -> given(name).ifPresent(value -> {
            throw needsDefinition(name, value);
        }));
        disabledEndpoint().ifPresent(value -> {
            throw needsDefinition(DISABLED_ENDPOINT, value);
        });
    }

    /**
     * Edits the definition.
     *
     * @throws RuntimeException of the rejection, if a property is wrong or cannot be used with this definition
     */
    public void applyTo(ApiDefinition definition) {
        if (given("FailOnWarnings").isPresent()) {
            definition.renamePath(HttpApiEvent.DEFAULT_ROUTE.path(), "/" + HttpApiEvent.DEFAULT_ROUTE.path());
        }
        if (!definition.isUsable() || !definition.isOpenApi3()) {
            requireNone();
            return;
        }
        definition.mappingSection(ApiDefinition.COMPONENTS);
        given("CorsConfiguration").ifPresent(cors -> HttpCors.applyTo(definition, cors, rejection));
        given("Auth").ifPresent(auth -> HttpAuth.of(auth, rejection).applyTo(definition, partition));
        given("Tags").ifPresent(tags -> BodyTags.add(definition, Keys.mapping("Tags", tags, rejection)));
        BodyTags.addCreator(definition);
        disabledEndpoint().ifPresent(disabled -> ExecuteApiEndpoint.applyTo(definition, disabled));
        given("Name").ifPresent(name -> setTitle(definition, name));
        given("Description").ifPresent(description -> setDescription(definition, description));
    }

    /** Functions that decide about requests and that API Gateway needs a permission for. */
    public List<AuthorizerFunction> authorizerFunctions() {
        return given("Auth")
                .map(auth -> HttpAuth.of(auth, rejection).functions())
                .orElse(List.of());
    }

    /** The title of a skeleton is the only one that may be replaced. */
    private void setTitle(ApiDefinition definition, Node name) {
        MappingNode info = info(definition);
        if (!info.get(TITLE).equals(Optional.of(Intrinsic.ref("AWS::StackName")))) {
            throw rejection.of(name, "Name is set, but DefinitionBody has an info.title of its own", "remove the one");
        }
        definition.setSection(INFO, info.with(TITLE, name));
    }

    private void setDescription(ApiDefinition definition, Node description) {
        MappingNode info = info(definition);
        if (BlankValue.given(info, DESCRIPTION).isPresent()) {
            throw rejection.of(
                    description, "Description is set, but DefinitionBody has an info.description", "remove the one");
        }
        definition.setSection(INFO, info.with(DESCRIPTION, description));
    }

    private MappingNode info(ApiDefinition definition) {
        return definition
                .section(INFO)
                .map(info -> Keys.mapping("DefinitionBody.info", info, rejection))
                .orElseGet(ApiDefinition::empty);
    }

    private Optional<Node> disabledEndpoint() {
        return properties.get(DISABLED_ENDPOINT).filter(disabled -> !disabled.isNull());
    }

    private Optional<Node> given(String property) {
        return BlankValue.given(properties, property);
    }

    private RuntimeException needsDefinition(String property, Node value) {
        return rejection.of(
                value,
                property + " needs an OpenAPI 3 document in DefinitionBody",
                "move the definition into DefinitionBody, or write there what %s shall do".formatted(property));
    }
}
