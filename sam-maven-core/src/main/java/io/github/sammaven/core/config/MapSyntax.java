package io.github.sammaven.core.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How the pairs of a map option are written in one text. */
enum MapSyntax {
    /** {@code Key=Value Other="two words"}, or the form of the AWS CLI; keys are letters and digits. */
    PARAMETER_OVERRIDES(PairText.Separator.BLANK, '=', "[A-Za-z0-9]+"),
    /** {@code Key=Value Other="two words"}. */
    TAGS(PairText.Separator.BLANK, '=', ".+"),
    /** {@code Key=Value,Other=Value}, or a JSON object. */
    METADATA(PairText.Separator.COMMA, '=', ".+"),
    /** {@code host:address}. */
    HOSTS(PairText.Separator.BLANK_OR_COMMA, ':', ".+"),
    /** {@code Id=path Id=other}: a key may come again. */
    EXCLUDES(PairText.Separator.BLANK_OR_COMMA, '=', ".+"),
    /** {@code Key=Value Other=Value}, or with commas. */
    PAIRS(PairText.Separator.BLANK_OR_COMMA, '=', ".+");

    private static final Pattern CLI_KEY = Pattern.compile("ParameterKey=(\"[^\"]+\"|'[^']+'|[A-Za-z0-9]+),.*");
    private static final String CLI_START = "ParameterKey=";
    private static final String CLI_VALUE = ",ParameterValue=";

    private final PairText.Separator separator;
    private final char between;
    private final Pattern keys;

    MapSyntax(PairText.Separator separator, char between, String keys) {
        this.separator = separator;
        this.between = between;
        this.keys = Pattern.compile(keys, Pattern.DOTALL);
    }

    static MapSyntax ofKey(String key) {
        return switch (key) {
            case "parameter_overrides" -> PARAMETER_OVERRIDES;
            case "tags" -> TAGS;
            case "metadata" -> METADATA;
            case "add_host" -> HOSTS;
            case "watch_exclude" -> EXCLUDES;
            default -> PAIRS;
        };
    }

    List<PairText.Pair> parse(String text, Origin origin) {
        PairText scanner = new PairText(text, origin, separator);
        if (this == METADATA && text.strip().startsWith("{")) {
            return json(text, origin);
        }
        if (this == PARAMETER_OVERRIDES && text.contains(CLI_START)) {
            List<String> words = scanner.words().stream()
                    .filter(word -> word.startsWith(CLI_START))
                    .toList();
            if (!words.isEmpty()) {
                return words.stream()
                        .map(word -> cliPair(word, scanner, origin))
                        .toList();
            }
        }
        return scanner.pairs(between, keys);
    }

    void put(Map<String, Setting<String>> pairs, String key, Setting<String> value) {
        if (this == EXCLUDES) {
            pairs.merge(key, value, (first, second) -> first.map(text -> text + "," + second.value()));
        } else {
            pairs.put(key, value);
        }
    }

    private static PairText.Pair cliPair(String word, PairText scanner, Origin origin) {
        int value = word.indexOf(CLI_VALUE);
        if (value < 0 || !CLI_KEY.matcher(word.replaceAll("\\s", " ")).matches()) {
            throw origin.refusal(
                    "has a ParameterKey without its ParameterValue", "write ParameterKey=Name,ParameterValue=Value");
        }
        String key = PairText.unquote(word.substring(CLI_START.length(), value));
        return new PairText.Pair(key, scanner.value(key, word.substring(value + CLI_VALUE.length())));
    }

    private static List<PairText.Pair> json(String text, Origin origin) {
        try {
            List<PairText.Pair> pairs = new ArrayList<>();
            JsonNode object = new ObjectMapper().readTree(text);
            object.properties().forEach(entry -> {
                if (entry.getValue().isContainerNode()) {
                    throw notPlain(entry.getKey(), origin);
                }
                pairs.add(new PairText.Pair(entry.getKey(), entry.getValue().asText()));
            });
            return pairs;
        } catch (JsonProcessingException broken) {
            int column = broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr();
            throw origin.refusal("is broken JSON at character " + column, "write {\"key\": \"value\"}, or key=value");
        }
    }

    private static InvalidOptionException notPlain(String key, Origin origin) {
        return origin.refusal("has a value that is no plain text at " + key, "give " + key + " a text or a number");
    }
}
