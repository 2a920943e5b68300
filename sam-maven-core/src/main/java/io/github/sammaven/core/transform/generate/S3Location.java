package io.github.sammaven.core.transform.generate;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.BlankValue;
import java.util.Optional;

/**
 * An object in S3 that a property such as {@code CodeUri} points at.
 *
 * @param bucket its bucket
 * @param key its key
 * @param version its version, if one is named
 */
public record S3Location(Node bucket, Node key, Optional<Node> version) {

    private static final String SCHEME = "s3://";
    private static final String VERSION = "versionId=";

    /** {@code s3://bucket/key?versionId=v}, or a mapping of {@code Bucket}, {@code Key} and {@code Version}. */
    public static Optional<S3Location> of(Node uri) {
        return uri.asMapping()
                .map(S3Location::ofMapping)
                .orElseGet(() -> uri.asScalar().filter(ScalarNode::isString).flatMap(S3Location::ofText));
    }

    /** Whether {@code uri} is a path on this machine: code that was not uploaded yet. */
    public static boolean isLocal(Node uri) {
        return uri.asScalar()
                .filter(ScalarNode::isString)
                .filter(text -> ofText(text).isEmpty() && !text.text().contains("{{resolve:"))
                .filter(text -> !text.text().regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .isPresent();
    }

    private static Optional<S3Location> ofMapping(MappingNode mapping) {
        Optional<Node> bucket = given(mapping, "Bucket");
        Optional<Node> key = given(mapping, "Key");
        return bucket.isPresent() && key.isPresent()
                ? Optional.of(new S3Location(bucket.get(), key.get(), given(mapping, "Version")))
                : Optional.empty();
    }

    private static Optional<Node> given(MappingNode mapping, String name) {
        return mapping.get(name).filter(value -> !BlankValue.is(value));
    }

    private static Optional<S3Location> ofText(ScalarNode uri) {
        String text = uri.text();
        int slash = text.indexOf('/', SCHEME.length());
        if (!text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                || slash <= SCHEME.length()
                || isUnresolved(text)) {
            return Optional.empty();
        }
        String path = before(text.substring(slash), '#');
        int query = path.indexOf('?');
        return Optional.of(new S3Location(
                ScalarNode.string(text.substring(SCHEME.length(), slash), uri.mark()),
                ScalarNode.string(withoutSlashes(query < 0 ? path : path.substring(0, query)), uri.mark()),
                query < 0 ? Optional.empty() : versionOf(path.substring(query + 1), uri)));
    }

    /** Placeholders of other tools, and references with a path, which would be taken for the key. */
    private static boolean isUnresolved(String text) {
        int reference = text.indexOf("{{resolve:");
        int end = text.indexOf("}}", reference);
        boolean withPath =
                reference >= 0 && end > 0 && text.substring(reference, end).contains("/");
        return withPath || text.startsWith("[", SCHEME.length());
    }

    private static String before(String text, char end) {
        int index = text.indexOf(end);
        return index < 0 ? text : text.substring(0, index);
    }

    private static String withoutSlashes(String path) {
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        return path.substring(start);
    }

    private static Optional<Node> versionOf(String query, ScalarNode uri) {
        for (String parameter : query.split("&")) {
            if (parameter.startsWith(VERSION) && parameter.length() > VERSION.length()) {
                return Optional.of(ScalarNode.string(parameter.substring(VERSION.length()), uri.mark()));
            }
        }
        return Optional.empty();
    }

    /** As Lambda has it: {@code S3Bucket}, {@code S3Key}, {@code S3ObjectVersion}. */
    public MappingNode ofLambda() {
        return written("S3Bucket", "S3Key", "S3ObjectVersion");
    }

    /** As definitions of APIs and state machines have it: {@code Bucket}, {@code Key}, {@code Version}. */
    public MappingNode ofDefinition() {
        return written("Bucket", "Key", "Version");
    }

    private MappingNode written(String bucketName, String keyName, String versionName) {
        return MappingNode.builder()
                .put(bucketName, bucket)
                .put(keyName, key)
                .put(versionName, version)
                .build();
    }
}
