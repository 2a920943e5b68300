package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.local.apigateway.model.Access;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may call the operations of an OpenAPI document. */
final class OpenApiSecurity {

    private static final String SECURITY = "security";
    private static final String AUTHORIZER = "x-amazon-apigateway-authorizer";
    private static final String AUTH_TYPE = "x-amazon-apigateway-authtype";

    /** What SAM writes where an operation has no authorizer although there is a default. */
    private static final String NONE = "NONE";

    private static final String IAM = "AWS_IAM";

    private final Section document;
    private final ApiKind kind;
    private final AuthorizerReader reader;
    private final Optional<Section> schemes;
    private final Map<String, Authorizer> authorizers = new HashMap<>();

    OpenApiSecurity(Section document, ApiKind kind, AuthorizerReader reader) {
        this.document = document;
        this.kind = kind;
        this.reader = reader;
        this.schemes = document.section("securityDefinitions")
                .or(() -> document.section("components").flatMap(found -> found.section("securitySchemes")));
    }

    /** By the operation itself, or else as the document says for all. */
    Access access(Section operation) {
        Section owner = operation.has(SECURITY) ? operation : document;
        if (!isReadable(owner)) {
            owner.warn(SECURITY, "security must be a list of mappings", "the routes stay closed until it is");
            return new Access(Optional.of(new Authorizer.Unknown(SECURITY, "unreadable")), List.of(), false);
        }
        List<Authorizer> found = new ArrayList<>();
        List<String> scopes = new ArrayList<>();
        boolean key = false;
        for (Section requirement : owner.sections(SECURITY)) {
            for (String name : requirement.mapping().keys()) {
                if (isApiKey(name)) {
                    key = true;
                } else if (!isNone(name)) {
                    Authorizer authorizer = authorizers.computeIfAbsent(name, this::authorizer);
                    if (found.isEmpty()) {
                        scopes.addAll(requirement.textsAsWritten(name));
                    }
                    if (!found.contains(authorizer)) {
                        found.add(authorizer);
                    }
                }
            }
        }
        if (found.size() > 1) {
            owner.warn(
                    SECURITY,
                    "a route has one authorizer, " + found.get(0).name() + "; the others are ignored",
                    "name one of them");
        }
        return found.isEmpty() && !key ? Access.OPEN : new Access(found.stream().findFirst(), scopes, key);
    }

    private static boolean isReadable(Section owner) {
        return owner.node(SECURITY)
                .map(value -> value.asSequence()
                        .filter(list -> list.items().stream().allMatch(OpenApiSecurity::isRequirement))
                        .isPresent())
                .orElse(true);
    }

    private static boolean isRequirement(Node item) {
        return item.asMapping().isPresent() && Intrinsic.of(item).isEmpty();
    }

    private Optional<Section> scheme(String name) {
        return schemes.filter(all -> all.mapping().has(name)).flatMap(all -> all.section(name));
    }

    private boolean isNone(String name) {
        return name.equals(NONE) && scheme(name).isEmpty();
    }

    /** The scheme that API Gateway takes for its own API keys. */
    private boolean isApiKey(String name) {
        return kind == ApiKind.REST
                && scheme(name)
                        .filter(scheme -> !scheme.has(AUTHORIZER) && !scheme.has(AUTH_TYPE))
                        .filter(scheme -> scheme.text("type").equals(Optional.of("apiKey")))
                        .flatMap(scheme -> scheme.text("name"))
                        .filter("x-api-key"::equalsIgnoreCase)
                        .isPresent();
    }

    private Authorizer authorizer(String name) {
        Optional<Section> scheme = scheme(name);
        if (scheme.isEmpty()) {
            if (name.equals(IAM)) {
                return new Authorizer.Iam(name);
            }
            document.warn(
                    SECURITY,
                    "the security scheme " + name + " is not defined",
                    "its routes stay closed unless they are opened by that name");
            return new Authorizer.Unknown(name, "undefined");
        }
        Section found = scheme.get();
        if (found.text(AUTH_TYPE).filter("awsSigv4"::equalsIgnoreCase).isPresent()) {
            return new Authorizer.Iam(name);
        }
        return found.section(AUTHORIZER)
                .map(settings -> reader.read(name, settings, header(found), found.text("openIdConnectUrl")))
                .orElseGet(() -> unknown(name, found));
    }

    private static Authorizer unknown(String name, Section scheme) {
        String kind = scheme.text(AUTH_TYPE).or(() -> scheme.text("type")).orElse("");
        scheme.stack()
                .warn(
                        scheme.mark(),
                        scheme.owner() + ": the security scheme " + name + " has no authorizer",
                        "its routes stay closed unless they are opened by that name");
        return new Authorizer.Unknown(name, kind);
    }

    private static Optional<String> header(Section scheme) {
        return scheme.text("in").filter("header"::equals).flatMap(place -> scheme.text("name"));
    }
}
