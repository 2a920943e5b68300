package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Partition;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.BlankValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the properties of a REST API do to its definition, in the order in which they do it. */
public final class RestApiEdits {

    private static final List<String> NEED_DEFINITION = List.of("Cors", "Auth", "GatewayResponses", "Models");
    private static final List<String> EDITING =
            List.of("Cors", "Auth", "GatewayResponses", "BinaryMediaTypes", "Models");
    private static final String DISABLED_ENDPOINT = "DisableExecuteApiEndpoint";
    private static final Pattern VERSION = Pattern.compile("[23](\\.\\d){1,2}");

    private final MappingNode properties;
    private final Partition partition;
    private final Optional<Node> openApiVersion;
    private final Rejection rejection;

    /**
     * @param properties those of the API, with the values of parameters put into {@code Auth} and {@code BinaryMediaTypes}
     * @param partition stands in the URIs of authorizers
     * @param normalizedVersion whether the version in the definition wins over {@code OpenApiVersion}
     */
    public RestApiEdits(MappingNode properties, Partition partition, boolean normalizedVersion, Rejection rejection) {
        this.properties = properties;
        this.partition = partition;
        this.rejection = rejection;
        this.openApiVersion = normalizedVersion ? Optional.empty() : given("OpenApiVersion");
    }

    /** @throws RuntimeException of the rejection, if {@code OpenApiVersion} is none that API Gateway knows */
    public void checkVersion() {
        given("OpenApiVersion").ifPresent(version -> {
            if (!VERSION.matcher(version.asText().orElse("")).matches()) {
                throw rejection.of(version, "OpenApiVersion is not known", "write it as 3.0.1");
            }
        });
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
        checkVersion();
        if (!definition.isUsable()) {
            requireNone();
        }
        if (EDITING.stream().anyMatch(name -> given(name).isPresent())
                || disabledEndpoint().isPresent()) {
            definition.required().requirePathItems();
        }
        given("Cors").ifPresent(cors -> new CorsPreflight(CorsSettings.of(cors, rejection)).applyTo(definition));
        given("Auth").ifPresent(auth -> secure(definition, RestAuth.of(auth, rejection)));
        given("GatewayResponses").ifPresent(responses -> new GatewayResponses(
                        Keys.mapping("GatewayResponses", responses, rejection), rejection)
                .applyTo(definition));
        given("BinaryMediaTypes").ifPresent(types -> BinaryMediaTypes.applyTo(definition, types));
        given("Models").ifPresent(models -> {
            new Models(Keys.mapping("Models", models, rejection), rejection).applyTo(definition);
            OpenApiForm.applyTo(definition, openApiVersion);
        });
        disabledEndpoint().ifPresent(disabled -> ExecuteApiEndpoint.applyTo(definition, disabled));
        OpenApiForm.applyTo(definition, openApiVersion);
    }

    /** Functions that decide about requests and that API Gateway needs a permission for. */
    public List<AuthorizerFunction> authorizerFunctions() {
        return given("Auth")
                .map(auth -> RestAuth.of(auth, rejection).functions())
                .orElse(List.of());
    }

    private void secure(ApiDefinition definition, RestAuth auth) {
        definition.paths().forEach(definition::itemsOf);
        new RestSecurity(definition, auth).apply(partition);
        auth.resourcePolicy().ifPresent(written -> {
            Node stage = properties.get("StageName").orElseGet(() -> ScalarNode.ofNull(properties.mark()));
            new ResourcePolicy(written, stage).applyTo(definition, definition.paths());
        });
        OpenApiForm.applyTo(definition, openApiVersion);
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
                property + " needs a Swagger or OpenAPI 3 document in DefinitionBody",
                "move the definition into DefinitionBody, or write there what %s shall do".formatted(property));
    }
}
