package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.local.apigateway.model.Access;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who may call methods and routes that are resources of their own. */
final class DeclaredAccess {

    private static final String TYPE = "AuthorizationType";
    private static final String NONE = "NONE";
    private static final String ID = "AuthorizerId";

    private final Map<String, Authorizer> authorizers = new HashMap<>();

    /** @param resources the authorizers of one API */
    DeclaredAccess(ApiKind kind, List<StackResources.Declared> resources, AuthorizerReader reader) {
        resources.forEach(resource -> authorizers.put(resource.id(), read(kind, resource, reader)));
    }

    private static Authorizer read(ApiKind kind, StackResources.Declared resource, AuthorizerReader reader) {
        Section properties = resource.properties();
        String name = properties.text("Name").orElse(resource.id());
        return reader.read(
                name,
                (kind == ApiKind.REST ? properties : properties.renamed("AuthorizerType", "Type")).inOpenApiSpelling(),
                Optional.empty(),
                Optional.empty());
    }

    Access of(Section properties) {
        String type = properties
                .text(TYPE)
                .orElse(properties.has(TYPE) ? "UNKNOWN" : NONE)
                .toUpperCase(Locale.ROOT);
        boolean key = properties.flagOrUnknown("ApiKeyRequired");
        if (type.equals(NONE)) {
            return key ? new Access(Optional.empty(), List.of(), true) : Access.OPEN;
        }
        return new Access(
                Optional.of(type.equals("AWS_IAM") ? new Authorizer.Iam(type) : referenced(properties, type)),
                properties.textsAsWritten("AuthorizationScopes"),
                key);
    }

    private Authorizer referenced(Section properties, String type) {
        Optional<String> id = properties.reference(ID);
        Authorizer known = id.map(authorizers::get).orElse(null);
        if (known != null) {
            return known;
        }
        properties.warn(
                properties.has(ID) ? ID : TYPE,
                "the authorizer " + id.orElse("of type " + type) + " is not in this template",
                "the route stays closed unless it is opened by that name");
        return new Authorizer.Unknown(id.orElse(type), type);
    }
}
