package io.github.sammaven.core.local.apigateway.authorize.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/**
 * One statement of a policy.
 *
 * @param name its {@code Sid}, or which one it is
 * @param isDeny whether it forbids
 */
record Statement(String name, boolean isDeny, Patterns actions, Patterns resources, List<Condition> conditions) {

    /**
     * The elements of a statement that are lists of patterns.
     *
     * @param others whether everything but these is meant ({@code NotAction}, {@code NotResource})
     */
    record Patterns(boolean others, List<String> values) {}

    static Statement of(JsonNode node, int number) throws MalformedPolicyException {
        String name =
                node.path("Sid").isTextual() && !node.path("Sid").textValue().isEmpty()
                        ? "statement " + node.path("Sid").textValue()
                        : "statement " + number;
        if (!node.isObject()) {
            throw new MalformedPolicyException(name + " is not an object");
        }
        String effect = node.path("Effect").asText();
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw new MalformedPolicyException(name + " has no Effect of Allow or Deny");
        }
        return new Statement(
                name,
                effect.equals("Deny"),
                patterns(node, "Action", name),
                patterns(node, "Resource", name),
                Condition.all(node.path("Condition"), name));
    }

    private static Patterns patterns(JsonNode node, String element, String name) throws MalformedPolicyException {
        boolean others = node.has("Not" + element);
        if (others == node.has(element)) {
            throw new MalformedPolicyException(name + " needs either " + element + " or Not" + element);
        }
        return new Patterns(others, Texts.of(node.path(others ? "Not" + element : element), name + ": " + element));
    }

    Match match(PolicyQuestion question) {
        if (!isMeant(actions, question.action().toLowerCase(Locale.ROOT), true)) {
            return Match.MISSED;
        }
        for (String resource : resources.values()) {
            if (resource.contains("${")) {
                return Match.undecided("policy variables are not known here: " + resource);
            }
        }
        if (!isMeant(resources, question.resource(), false)) {
            return Match.MISSED;
        }
        Match doubtful = Match.MET;
        for (Condition condition : conditions) {
            Match match = condition.match(question);
            if (match.isUndecided()) {
                doubtful = match;
            } else if (!match.met()) {
                return match;
            }
        }
        return doubtful;
    }

    boolean plainlyAllows(PolicyQuestion question) {
        return !isDeny
                && !actions.others()
                && !resources.others()
                && actions.values().contains(question.action())
                && isMeant(resources, question.resource(), false);
    }

    private static boolean isMeant(Patterns patterns, String text, boolean lower) {
        boolean listed = patterns.values().stream()
                .anyMatch(pattern -> Wildcards.matches(lower ? pattern.toLowerCase(Locale.ROOT) : pattern, text));
        return listed != patterns.others();
    }
}
