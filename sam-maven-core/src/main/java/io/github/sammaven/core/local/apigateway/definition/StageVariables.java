package io.github.sammaven.core.local.apigateway.definition;

import java.util.Map;

/** Puts the variables of a stage into texts, as API Gateway does when a stage is called. */
final class StageVariables {

    private static final String OPEN = "${stageVariables.";

    private StageVariables() {}

    /** Variables without a value stay as they are written. */
    static String putInto(String text, Map<String, String> variables) {
        int open = text.indexOf(OPEN);
        if (open < 0) {
            return text;
        }
        StringBuilder filled = new StringBuilder();
        int done = 0;
        while (open >= 0) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String value = variables.get(text.substring(open + OPEN.length(), close));
            filled.append(text, done, open).append(value == null ? text.substring(open, close + 1) : value);
            done = close + 1;
            open = text.indexOf(OPEN, done);
        }
        return filled.append(text, done, text.length()).toString();
    }
}
