package io.github.sammaven.core.local.apigateway.authorize.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Elements that may be one value or a list of them. */
final class Texts {

    private Texts() {}

    static List<String> of(JsonNode node, String where) throws MalformedPolicyException {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            for (JsonNode element : node) {
                texts.add(text(element, where));
            }
        } else {
            texts.add(text(node, where));
        }
        if (texts.isEmpty()) {
            throw new MalformedPolicyException(where + " is empty");
        }
        return texts;
    }

    private static String text(JsonNode node, String where) throws MalformedPolicyException {
        if (!node.isTextual() && !node.isNumber() && !node.isBoolean()) {
            throw new MalformedPolicyException(where + " is neither a text nor a list of texts");
        }
        return node.asText();
    }
}
