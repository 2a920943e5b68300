package io.github.sammaven.core.local.apigateway.authorize.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.apigateway.authorize.identity.IdentityValues;
import io.github.sammaven.core.local.apigateway.authorize.policy.PolicyQuestion;
import io.github.sammaven.core.local.apigateway.authorize.policy.PolicyVerdict;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.IdentitySource;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import io.github.sammaven.core.problem.SamException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a function whether a request may pass. */
public final class LambdaAuthorizer {

    private static final int CAPACITY = 10_000;

    private final LocalApi api;
    private final Authorizer.Lambda authorizer;
    private final Compatibility compatibility;
    private final FunctionCalls calls;
    private final AuthorizerEvents events;
    private final Optional<Pattern> validation;
    private final IdentityValues values;
    private final AnswerReader reader;
    private final Optional<AnswerCache> cache;

    /**
     * Answers are kept as long as the authorizer says, in SAM CLI's way never.
     *
     * @throws java.util.regex.PatternSyntaxException if its validation is no regular expression
     */
    public LambdaAuthorizer(
            LocalApi api,
            Authorizer.Lambda authorizer,
            Compatibility compatibility,
            FunctionCalls calls,
            AuthorizerEvents events,
            InstantSource clock) {
        this.api = api;
        this.authorizer = authorizer;
        this.compatibility = compatibility;
        this.calls = calls;
        this.events = events;
        this.validation = authorizer.validation().map(Pattern::compile);
        this.values = new IdentityValues(api);
        this.reader = new AnswerReader(api.kind(), authorizer, compatibility);
        boolean caching = compatibility == Compatibility.AWS
                && !authorizer.sources().isEmpty()
                && !authorizer.timeToLive().isZero();
        this.cache =
                caching ? Optional.of(new AnswerCache(authorizer.timeToLive(), CAPACITY, clock)) : Optional.empty();
    }

    /** Waits for the function if it has to be asked. */
    public Authorization decide(ApiRequest request, RouteMatch match) {
        List<String> identity = new ArrayList<>();
        for (IdentitySource source : authorizer.sources()) {
            Optional<String> value = values.of(source, request, match);
            if (value.isEmpty()) {
                return unauthorized("the request has no " + IdentityValues.describe(source) + ", which "
                        + authorizer.name() + " asks for");
            }
            identity.add(value.get());
        }
        if (authorizer.tokenOnly() && !identity.isEmpty() && !isValid(identity.get(0))) {
            return unauthorized("the token is not of the form that " + authorizer.name() + " asks for");
        }
        String arn = events.arn(request, match);
        AuthorizerAnswer answer = cache.map(
                        kept -> kept.get(List.copyOf(identity), () -> ask(request, match, identity)))
                .orElseGet(() -> ask(request, match, identity));
        return decide(answer, request, match, arn);
    }

    /** Keeps no answer any longer, because the function may have changed. */
    public void forget() {
        cache.ifPresent(AnswerCache::clear);
    }

    private boolean isValid(String token) {
        return validation
                .map(pattern -> pattern.matcher(token))
                .map(compatibility == Compatibility.AWS ? Matcher::matches : Matcher::lookingAt)
                .orElse(true);
    }

    private AuthorizerAnswer ask(ApiRequest request, RouteMatch match, List<String> identity) {
        try {
            return calls.call(authorizer.function(), events.authorizer(request, match, authorizer, identity))
                    .map(reader::read)
                    .orElseGet(AuthorizerAnswer.Absent::new);
        } catch (SamException e) {
            return new AuthorizerAnswer.Failed(GatewayError.AUTHORIZER_FAILURE, e.getMessage());
        }
    }

    private Authorization decide(AuthorizerAnswer answer, ApiRequest request, RouteMatch match, String arn) {
        if (answer instanceof AuthorizerAnswer.Failed failed) {
            return new Authorization.Refused(failed.error(), failed.reason());
        }
        if (answer instanceof AuthorizerAnswer.Simple simple) {
            return simple.authorized()
                    ? new Authorization.Allowed(Optional.of(inEvent(simple.context(), match)), Optional.empty())
                    : denied(authorizer.name() + " says isAuthorized: false");
        }
        if (answer instanceof AuthorizerAnswer.Policy policy) {
            return decide(policy, request, match, arn);
        }
        return compatibility == Compatibility.SAM_CLI
                ? Authorization.Allowed.OPEN
                : new Authorization.Refused(
                        GatewayError.AUTHORIZER_CONFIGURATION_ERROR,
                        "the function " + authorizer.function() + " of the authorizer " + authorizer.name()
                                + " is not served here");
    }

    private Authorization decide(AuthorizerAnswer.Policy policy, ApiRequest request, RouteMatch match, String arn) {
        PolicyQuestion question = new PolicyQuestion(
                "execute-api:Invoke",
                arn,
                request.at(),
                request.caller().address(),
                request.caller().scheme().equals("https"),
                request.header("User-Agent"),
                request.header("Referer"));
        PolicyVerdict verdict = compatibility == Compatibility.AWS
                ? policy.document().evaluate(question)
                : policy.document().evaluateAllowsOnly(question);
        if (!verdict.allowed()) {
            return denied(authorizer.name() + ": " + verdict.reason());
        }
        return new Authorization.Allowed(
                Optional.of(inEvent(policy.context(), match)),
                policy.usageKey().filter(key -> givesApiKeys()).map(LambdaAuthorizer::apiKey));
    }

    private boolean givesApiKeys() {
        return api.selection().apiKey().equals("AUTHORIZER");
    }

    private ObjectNode inEvent(ObjectNode context, RouteMatch match) {
        boolean nested = api.kind() == ApiKind.HTTP
                && (!(match.route().integration() instanceof Integration.Function function)
                        || function.version() == PayloadVersion.V2);
        return nested ? JsonNodeFactory.instance.objectNode().set("lambda", context) : context;
    }

    private static ObjectNode apiKey(String key) {
        return JsonNodeFactory.instance.objectNode().put("apiKey", key);
    }

    private static Authorization unauthorized(String reason) {
        return new Authorization.Refused(GatewayError.UNAUTHORIZED, reason);
    }

    private static Authorization denied(String reason) {
        return new Authorization.Refused(GatewayError.ACCESS_DENIED, reason);
    }
}
