package io.github.sammaven.core.permission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** IAM's grammar of policies, as far as these policies use it. */
final class PolicyGrammar {

    private static final String ACTION = "[a-z0-9-]+:[A-Za-z0-9]+";
    private static final String ARN = "arn:aws(-cn|-us-gov)?:[a-z0-9-]+:[a-z0-9*-]*:(\\*|aws|\\d{12})?:[^\\s$]+";
    private static final Set<String> OPERATORS = Set.of("StringEquals", "ArnLike");

    private PolicyGrammar() {}

    static void check(String json) {
        JsonNode policy;
        try {
            policy = new ObjectMapper().readTree(json);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(json, broken);
        }
        assertThat(names(policy)).containsExactly("Version", "Statement");
        assertThat(policy.get("Version").asText()).isEqualTo("2012-10-17");
        assertThat(policy.get("Statement").isArray()).isTrue();
        Set<String> sids = new HashSet<>();
        policy.get("Statement").forEach(statement -> check(statement, sids));
    }

    private static void check(JsonNode statement, Set<String> sids) {
        String sid = statement.get("Sid").asText();
        assertThat(sid).matches("[A-Za-z0-9]+");
        assertThat(sids.add(sid)).as("%s is there once", sid).isTrue();
        assertThat(names(statement))
                .startsWith("Sid", "Effect", "Action", "Resource")
                .hasSizeLessThan(6);
        assertThat(statement.get("Effect").asText()).isEqualTo("Allow");
        List<String> actions = texts(statement.get("Action"));
        assertThat(actions).isNotEmpty().doesNotHaveDuplicates().isSorted().allMatch(action -> action.matches(ACTION));
        List<String> resources = texts(statement.get("Resource"));
        assertThat(resources).as(sid).isNotEmpty().doesNotHaveDuplicates();
        if (!resources.equals(List.of("*"))) {
            assertThat(resources).as(sid).allMatch(arn -> arn.matches(ARN));
        }
        if (statement.has("Condition")) {
            statement.get("Condition").properties().forEach(operator -> {
                assertThat(OPERATORS).contains(operator.getKey());
                operator.getValue().properties().forEach(key -> {
                    assertThat(key.getKey()).matches("[a-z0-9-]+:[A-Za-z]+");
                    assertThat(texts(key.getValue())).isNotEmpty().noneMatch(String::isEmpty);
                });
            });
        }
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            assertThat(node.size()).as("one value stands alone").isGreaterThan(1);
            node.forEach(item -> texts.add(item.textValue()));
        } else {
            texts.add(node.textValue());
        }
        return texts;
    }
}
