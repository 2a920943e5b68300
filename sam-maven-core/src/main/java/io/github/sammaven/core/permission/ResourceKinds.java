package io.github.sammaven.core.permission;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The table of permissions by resource type, {@code resource-permissions.txt}. */
final class ResourceKinds {

    private static final String RESOURCE = "resource-permissions.txt";
    private static final String CUSTOM = "AWS::CloudFormation::CustomResource";

    private final Map<String, ResourceKind> kinds = new LinkedHashMap<>();

    private ResourceKinds() {}

    static ResourceKinds load() {
        try (InputStream bytes = Objects.requireNonNull(ResourceKinds.class.getResourceAsStream(RESOURCE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            ResourceKinds read = new ResourceKinds();
            read.read(lines);
            return read;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Empty if nothing is known of the type. */
    Optional<ResourceKind> of(String type) {
        return Optional.ofNullable(kinds.get(type.startsWith("Custom::") ? CUSTOM : type));
    }

    Map<String, ResourceKind> all() {
        return Map.copyOf(kinds);
    }

    private void read(BufferedReader lines) throws IOException {
        List<String> block = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (text.startsWith("[")) {
                add(block);
                block.clear();
            }
            block.add(text);
        }
        add(block);
    }

    private void add(List<String> block) {
        if (block.isEmpty()) {
            return;
        }
        List<String> header = words(block.get(0));
        String type = header.get(0).substring(1, header.get(0).length() - 1);
        List<String> arns = new ArrayList<>();
        List<ActionRule> rules = new ArrayList<>();
        block.subList(1, block.size()).forEach(line -> {
            List<String> words = words(line);
            if (words.get(0).equals("arn")) {
                arns.add(words.get(1));
            } else {
                rules.add(rule(words));
            }
        });
        ResourceKind kind = new ResourceKind(
                type,
                value(header, "name="),
                value(header, "max=").map(Integer::parseInt).orElse(Integer.MAX_VALUE),
                header.contains("lower"),
                header.contains("ref=arn"),
                arns,
                rules);
        if (kinds.put(type, kind) != null) {
            throw new IllegalStateException(RESOURCE + " has " + type + " twice");
        }
    }

    private static ActionRule rule(List<String> words) {
        String verb = words.get(0);
        boolean ofProperty = verb.equals("when") || verb.equals("pass") || verb.equals("attach");
        Optional<String> property = ofProperty ? Optional.of(words.get(1)) : Optional.empty();
        List<String> rest = words.subList(ofProperty ? 2 : 1, words.size());
        Optional<String> target =
                rest.get(0).startsWith("@") ? Optional.of(rest.get(0).substring(1)) : Optional.empty();
        return new ActionRule(kind(verb), property, target, target.isPresent() ? rest.subList(1, rest.size()) : rest);
    }

    private static ActionRule.Kind kind(String verb) {
        return switch (verb) {
            case "pass" -> ActionRule.Kind.PASS;
            case "attach" -> ActionRule.Kind.ATTACH;
            case "tag" -> ActionRule.Kind.TAGS;
            case "create", "update", "delete", "read", "always", "when" -> ActionRule.Kind.ACTIONS;
            default -> throw new IllegalStateException(RESOURCE + " has the word " + verb);
        };
    }

    private static Optional<String> value(List<String> header, String prefix) {
        return header.stream()
                .filter(word -> word.startsWith(prefix))
                .map(word -> word.substring(prefix.length()))
                .findFirst();
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.split("\\s+"));
    }
}
