package io.github.sammaven.core.local.apigateway.authorize.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A policy, read once and asked many times. */
public final class PolicyDocument {

    private final List<Statement> statements;

    private PolicyDocument(List<Statement> statements) {
        this.statements = List.copyOf(statements);
    }

    /**
     * @param document with a {@code Statement}, which may be one or a list
     * @throws MalformedPolicyException if IAM would not take it either
     */
    public static PolicyDocument of(JsonNode document) throws MalformedPolicyException {
        JsonNode given = document.path("Statement");
        if (given.isObject()) {
            return new PolicyDocument(List.of(Statement.of(given, 1)));
        }
        if (!given.isArray() || given.isEmpty()) {
            throw new MalformedPolicyException("policyDocument has no Statement");
        }
        List<Statement> statements = new ArrayList<>();
        for (JsonNode statement : given) {
            statements.add(Statement.of(statement, statements.size() + 1));
        }
        return new PolicyDocument(statements);
    }

    /**
     * Evaluates as IAM does: an explicit Deny wins, and what nothing allows is refused. A statement that cannot be
     * decided here allows nothing, and denies if it is a Deny.
     */
    public PolicyVerdict evaluate(PolicyQuestion question) {
        boolean allowed = false;
        Optional<String> doubt = Optional.empty();
        for (Statement statement : statements) {
            Match match = statement.match(question);
            if (match.met() && statement.isDeny()) {
                return PolicyVerdict.refused(statement.name() + " of the policy denies " + question.resource());
            }
            if (match.isUndecided() && statement.isDeny()) {
                return PolicyVerdict.refused(statement.name() + " of the policy denies, as " + match.doubt());
            }
            allowed |= match.met();
            if (match.isUndecided() && doubt.isEmpty()) {
                doubt = Optional.of(statement.name() + " of the policy allows nothing, as " + match.doubt());
            }
        }
        return allowed
                ? PolicyVerdict.ALLOWED
                : PolicyVerdict.refused(doubt.orElse(
                        "no statement of the policy allows " + question.action() + " on " + question.resource()));
    }

    /**
     * Evaluates as SAM CLI does: a statement with exactly this action and a resource that matches is enough, and no
     * Deny is looked at.
     */
    public PolicyVerdict evaluateAllowsOnly(PolicyQuestion question) {
        return statements.stream().anyMatch(statement -> statement.plainlyAllows(question))
                ? PolicyVerdict.ALLOWED
                : PolicyVerdict.refused("no statement of the policy allows " + question.resource());
    }
}
