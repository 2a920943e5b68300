package io.github.sammaven.core.operate.publish;

import io.github.sammaven.core.aws.PublishedApplication;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a template says of itself in {@code Metadata}, {@code AWS::ServerlessRepo::Application}. */
final class ApplicationMetadata {

    static final String KEY = "AWS::ServerlessRepo::Application";

    private static final String LABELS = "Labels";
    private static final int MAX_LABELS = 10;

    /**
     * A field of the API.
     *
     * @param maxLength Serverless Application Repository API, CreateApplication; 0 if it names none
     */
    private record Field(boolean required, int maxLength, Pattern pattern, String form) {

        static Field text(boolean required, int maxLength) {
            return new Field(required, maxLength, Pattern.compile("(?s).+"), "a text");
        }

        static Field s3() {
            return new Field(false, 0, Pattern.compile("(s3://|https://).+"), "the address of an uploaded file");
        }
    }

    private static final Map<String, Field> FIELDS = Map.ofEntries(
            Map.entry("Name", new Field(true, 140, Pattern.compile("[a-zA-Z0-9-]+"), "letters, digits and hyphens")),
            Map.entry("Description", Field.text(true, 256)),
            Map.entry(
                    "Author",
                    new Field(
                            true,
                            127,
                            Pattern.compile("[a-z0-9](([a-z0-9]|-(?!-))*[a-z0-9])?"),
                            "small letters, digits and single hyphens between them")),
            Map.entry("SpdxLicenseId", Field.text(false, 0)),
            Map.entry("LicenseBody", Field.text(false, 0)),
            Map.entry("LicenseUrl", Field.s3()),
            Map.entry("ReadmeBody", Field.text(false, 0)),
            Map.entry("ReadmeUrl", Field.s3()),
            Map.entry("HomePageUrl", Field.text(false, 0)),
            Map.entry(
                    "SemanticVersion",
                    new Field(
                            false,
                            0,
                            Pattern.compile("\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?"),
                            "a version like 1.2.3")),
            Map.entry("SourceCodeUrl", Field.text(false, 0)));

    private static final Pattern LABEL = Pattern.compile("[a-zA-Z0-9+\\-_:/@]{1,127}");

    private final MappingNode metadata;
    private final SourceMark mark;
    private final List<Problem> problems = new ArrayList<>();

    private ApplicationMetadata(MappingNode metadata, SourceMark mark) {
        this.metadata = metadata;
        this.mark = mark;
    }

    /**
     * @param version instead of the one in the template
     * @throws InvalidTemplateException with all that the service would refuse
     */
    static PublishedApplication read(Template template, Optional<String> version) {
        MappingNode metadata = Optional.ofNullable(template.section("Metadata").get(KEY))
                .flatMap(Node::asMapping)
                .orElseThrow(() -> new InvalidTemplateException(List.of(Problem.error(
                        SourceMark.ofFile(template.root().mark().file()),
                        "the template says nothing of itself in Metadata, " + KEY,
                        "add it, with at least Name, Description and Author"))));
        return new ApplicationMetadata(metadata, metadata.mark()).application(version);
    }

    private PublishedApplication application(Optional<String> version) {
        Map<String, String> fields = new LinkedHashMap<>();
        metadata.entries().forEach((key, value) -> {
            if (!key.equals(LABELS)) {
                field(key, value).ifPresent(text -> fields.put(key, text));
            }
        });
        version.ifPresent(given -> fields.put("SemanticVersion", given));
        FIELDS.forEach((name, field) -> {
            if (field.required() && !fields.containsKey(name)) {
                error(mark, name + " is missing in " + KEY, "");
            }
        });
        exclusive(fields, "LicenseBody", "LicenseUrl");
        exclusive(fields, "ReadmeBody", "ReadmeUrl");
        version.ifPresent(given -> form("SemanticVersion", given, SourceMark.NONE));
        List<String> labels = labels();
        if (!problems.isEmpty()) {
            problems.sort(null);
            throw new InvalidTemplateException(problems);
        }
        return new PublishedApplication(fields, labels);
    }

    private Optional<String> field(String key, Node value) {
        if (!FIELDS.containsKey(key)) {
            Set<String> names = FIELDS.keySet();
            error(metadata.keyMark(key), KEY + " has no " + key, NearestName.suggestion(key, names));
            return Optional.empty();
        }
        if (!(value instanceof ScalarNode text)) {
            error(value.mark(), key + " is " + value.kindName() + ", and has to be a text", "");
            return Optional.empty();
        }
        form(key, text.text(), value.mark());
        return Optional.of(text.text());
    }

    private void form(String key, String text, SourceMark place) {
        Field field = FIELDS.get(key);
        if (field.maxLength() > 0 && text.length() > field.maxLength()) {
            error(place, key + " has " + text.length() + " of at most " + field.maxLength() + " characters", "");
        } else if (!field.pattern().matcher(text).matches()) {
            String wayOut = key.endsWith("Url") ? "package it first: mvn package sam:publish" : "";
            error(place, key + " is '" + text + "', and has to be " + field.form(), wayOut);
        }
    }

    private void exclusive(Map<String, String> fields, String one, String other) {
        if (fields.containsKey(one) && fields.containsKey(other)) {
            error(metadata.keyMark(other), one + " and " + other + " cannot both be given", "keep one of them");
        }
    }

    private List<String> labels() {
        Node node = metadata.get(LABELS).orElse(null);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode list)) {
            error(node.mark(), LABELS + " is " + node.kindName() + ", and has to be a list", "");
            return List.of();
        }
        if (list.items().size() > MAX_LABELS) {
            error(node.mark(), "there are " + list.items().size() + " of at most " + MAX_LABELS + " labels", "");
        }
        List<String> labels = new ArrayList<>();
        for (Node item : list.items()) {
            if (item instanceof ScalarNode text && LABEL.matcher(text.text()).matches()) {
                labels.add(text.text());
            } else {
                error(item.mark(), "this cannot be a label", "use up to 127 letters, digits and +-_:/@");
            }
        }
        return labels;
    }

    private void error(SourceMark place, String message, String suggestion) {
        problems.add(Problem.error(place, message, suggestion));
    }
}
