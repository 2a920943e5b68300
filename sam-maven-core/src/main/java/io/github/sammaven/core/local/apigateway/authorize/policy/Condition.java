package io.github.sammaven.core.local.apigateway.authorize.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the {@code Condition} of a statement.
 *
 * @param name of the operator, as it is written
 * @param operator empty if it is not known here
 * @param ifExists whether a key that is absent is good enough
 * @param key in small letters
 * @param values one of them must fit; with a negated operator, none may
 */
record Condition(String name, Optional<ConditionOperator> operator, boolean ifExists, String key, List<String> values) {

    private static final String IF_EXISTS = "IfExists";

    static List<Condition> all(JsonNode node, String where) throws MalformedPolicyException {
        List<Condition> conditions = new ArrayList<>();
        if (!node.isMissingNode() && !node.isObject()) {
            throw new MalformedPolicyException(where + ": Condition is not an object");
        }
        for (Map.Entry<String, JsonNode> operator : node.properties()) {
            if (!operator.getValue().isObject()) {
                throw new MalformedPolicyException(where + ": " + operator.getKey() + " is not an object");
            }
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                conditions.add(of(operator.getKey(), key.getKey(), Texts.of(key.getValue(), where + ": Condition")));
            }
        }
        return conditions;
    }

    private static Condition of(String name, String key, List<String> values) {
        boolean ifExists = name.endsWith(IF_EXISTS);
        String plain = ifExists ? name.substring(0, name.length() - IF_EXISTS.length()) : name;
        return new Condition(
                name, ConditionOperator.named(plain), ifExists, key.toLowerCase(Locale.ROOT), List.copyOf(values));
    }

    Match match(PolicyQuestion question) {
        Optional<ConditionKey> known = ConditionKey.named(key);
        if (operator.isEmpty()) {
            return Match.undecided("the condition operator " + name + " is not known here");
        }
        if (known.isEmpty()) {
            return Match.undecided("the condition key " + key + " is not known here");
        }
        Optional<String> actual = known.get().value(question);
        if (operator.get() == ConditionOperator.NULL) {
            return Match.of(values.contains(String.valueOf(actual.isEmpty())));
        }
        if (actual.isEmpty()) {
            return Match.of(ifExists || operator.get().isNegated());
        }
        try {
            return Match.of(operator.get().test(actual.get(), values));
        } catch (MalformedPolicyException e) {
            return Match.undecided("the condition " + name + " cannot be read: " + e.getMessage());
        }
    }
}
