package io.github.sammaven.core.config;

import java.util.List;

/** Whether a file has a value already. */
final class SameValue {

    private SameValue() {}

    static boolean is(ConfigValue there, SavedValue wanted) {
        if (wanted instanceof SavedValue.Items items) {
            return there instanceof ListValue list && texts(list).equals(items.values());
        }
        if (!(there instanceof ScalarValue scalar)) {
            return false;
        }
        if (wanted instanceof SavedValue.Flag flag) {
            return scalar.is(ScalarValue.Kind.BOOLEAN) && scalar.text().equals(Boolean.toString(flag.value()));
        }
        if (wanted instanceof SavedValue.Number number) {
            return scalar.is(ScalarValue.Kind.INTEGER) && scalar.text().equals(Long.toString(number.value()));
        }
        return wanted instanceof SavedValue.Text text
                && scalar.is(ScalarValue.Kind.STRING)
                && scalar.text().equals(text.value());
    }

    private static List<String> texts(ListValue list) {
        return list.items().stream()
                .map(item -> item instanceof ScalarValue scalar ? scalar.text() : item.kindName())
                .toList();
    }
}
