package io.github.sammaven.core.local.console;

import java.util.List;

/** The form that calls a function. */
record InvokePage(
        String title,
        String key,
        String function,
        List<Choice> functions,
        List<Choice> events,
        String event,
        String problem) {

    /** One of several. */
    record Choice(String name, boolean selected) {

        static List<Choice> of(List<String> names, String selected) {
            return names.stream()
                    .map(name -> new Choice(name, name.equals(selected)))
                    .toList();
        }
    }
}
