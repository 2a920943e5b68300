package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.local.apigateway.model.IdentitySource;
import io.github.sammaven.core.local.apigateway.model.IdentitySource.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads identity sources, in the spellings of all families. */
final class IdentitySources {

    private IdentitySources() {}

    private record Spelling(String prefix, Place place) {}

    private static final List<Spelling> SPELLINGS = Stream.of("method.request.", "route.request.", "request.")
            .flatMap(request -> Stream.of(
                    new Spelling(request + "header.", Place.HEADER),
                    new Spelling(request + "querystring.", Place.QUERY_STRING)))
            .toList();

    private static final List<Spelling> OTHERS =
            List.of(new Spelling("context.", Place.CONTEXT), new Spelling("stageVariables.", Place.STAGE_VARIABLE));

    /** One source; empty if it is none. */
    static Optional<IdentitySource> parse(String text) {
        String plain = text.startsWith("$") ? text.substring(1) : text;
        return Stream.concat(SPELLINGS.stream(), OTHERS.stream())
                .filter(spelling -> plain.length() > spelling.prefix().length() && plain.startsWith(spelling.prefix()))
                .findFirst()
                .map(spelling -> new IdentitySource(
                        spelling.place(), plain.substring(spelling.prefix().length())));
    }

    /** The items of a list, or of a text with commas. */
    static List<String> items(List<String> given) {
        return given.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
