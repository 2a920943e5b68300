package io.github.sammaven.core.aws.fake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * S3 as far as it takes to delete versions: listing them page by page, deleting up to a thousand in a call, reading an
 * object. A key that is deleted without a version gets a marker, as in every bucket that keeps versions.
 */
public final class FakeVersionedBuckets implements FakeService {

    private static final int MOST_AT_ONCE = 1000;
    private static final Pattern OBJECT =
            Pattern.compile("<Object>\\s*<Key>([^<]+)</Key>(?:<VersionId>([^<]+)</VersionId>)?\\s*</Object>");

    private final Map<String, List<Version>> buckets = new TreeMap<>();
    private final List<String> deletions = new ArrayList<>();
    private final Map<String, String> refused = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private int perPage = 1000;
    private int made;

    private record Version(String key, String id, boolean marker, String text) {}

    public synchronized FakeVersionedBuckets bucket(String name) {
        buckets.putIfAbsent(name, new ArrayList<>());
        return this;
    }

    /** Writes an object once more. */
    public synchronized FakeVersionedBuckets put(String bucket, String key, String text) {
        bucket(bucket).buckets.get(bucket).add(0, new Version(key, "v" + ++made, false, text));
        return this;
    }

    /** As someone would who does not know of versions. */
    public synchronized FakeVersionedBuckets mark(String bucket, String key) {
        bucket(bucket).buckets.get(bucket).add(0, new Version(key, "v" + ++made, true, ""));
        return this;
    }

    public synchronized FakeVersionedBuckets perPage(int versions) {
        perPage = versions;
        return this;
    }

    /** This key cannot be deleted; an empty {@code message} ends that. */
    public synchronized FakeVersionedBuckets refuse(String key, String message) {
        if (message.isEmpty()) {
            refused.remove(key);
        } else {
            refused.put(key, message);
        }
        return this;
    }

    /** Called before each deletion. */
    public synchronized FakeVersionedBuckets beforeDeletion(Runnable listener) {
        listeners.add(listener);
        return this;
    }

    /** Versions that are there, markers too: {@code key@version}. */
    public synchronized List<String> versions(String bucket) {
        return buckets.getOrDefault(bucket, List.of()).stream()
                .map(version -> version.key() + "@" + version.id())
                .sorted()
                .toList();
    }

    /** How many versions each call was to delete. */
    public synchronized List<String> deletions() {
        return List.copyOf(deletions);
    }

    @Override
    public synchronized ServiceAnswer answer(ServiceRequest request) {
        String path = request.uri().getPath().substring(1);
        int slash = path.indexOf('/');
        String bucket = slash < 0 ? path : path.substring(0, slash);
        String key = slash < 0 ? "" : path.substring(slash + 1);
        List<Version> versions = buckets.get(bucket);
        if (versions == null) {
            return refusal(404, "NoSuchBucket", "The specified bucket does not exist");
        }
        Map<String, String> query = query(request);
        if (request.method().equals("GET") && query.containsKey("versions")) {
            return list(bucket, versions, query);
        }
        if (request.method().equals("POST") && query.containsKey("delete")) {
            return delete(bucket, versions, request.text());
        }
        if (request.method().equals("GET") && !key.isEmpty()) {
            return get(versions, key);
        }
        return refusal(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
    }

    private ServiceAnswer list(String bucket, List<Version> all, Map<String, String> query) {
        String prefix = query.getOrDefault("prefix", "");
        String after = query.getOrDefault("key-marker", "") + "\n" + query.getOrDefault("version-id-marker", "");
        List<Version> found = all.stream()
                .filter(version -> version.key().startsWith(prefix))
                .sorted(Comparator.comparing(FakeVersionedBuckets::order))
                .filter(version -> after.equals("\n") || order(version).compareTo(after) > 0)
                .toList();
        boolean truncated = found.size() > perPage;
        List<Version> page = truncated ? found.subList(0, perPage) : found;
        Xml xml = new Xml()
                .element("Name", bucket)
                .element("Prefix", prefix)
                .element("MaxKeys", "1000")
                .element("IsTruncated", String.valueOf(truncated));
        if (truncated) {
            Version last = page.get(page.size() - 1);
            xml.element("NextKeyMarker", last.key()).element("NextVersionIdMarker", last.id());
        }
        page.forEach(version -> xml.nested(
                version.marker() ? "DeleteMarker" : "Version",
                new Xml().element("Key", version.key()).element("VersionId", version.id())));
        return ServiceAnswer.xml(
                200,
                "<ListVersionsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" + xml
                        + "</ListVersionsResult>");
    }

    private static String order(Version version) {
        return version.key() + "\n" + version.id();
    }

    private ServiceAnswer delete(String bucket, List<Version> versions, String body) {
        listeners.forEach(Runnable::run);
        List<Version> wanted = new ArrayList<>();
        Matcher objects = OBJECT.matcher(body);
        while (objects.find()) {
            wanted.add(new Version(
                    objects.group(1), Optional.ofNullable(objects.group(2)).orElse(""), false, ""));
        }
        if (wanted.isEmpty() || wanted.size() > MOST_AT_ONCE) {
            return refusal(400, "MalformedXML", "The XML you provided was not well-formed");
        }
        deletions.add(bucket + " " + wanted.size());
        Xml errors = new Xml();
        for (Version one : wanted) {
            if (refused.containsKey(one.key())) {
                errors.nested(
                        "Error",
                        new Xml()
                                .element("Key", one.key())
                                .element("Code", "AccessDenied")
                                .element("Message", refused.get(one.key())));
            } else if (one.id().isEmpty()) {
                mark(bucket, one.key());
            } else {
                versions.removeIf(version ->
                        version.key().equals(one.key()) && version.id().equals(one.id()));
            }
        }
        return ServiceAnswer.xml(
                200, "<DeleteResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" + errors + "</DeleteResult>");
    }

    private static ServiceAnswer get(List<Version> versions, String key) {
        return versions.stream()
                .filter(version -> version.key().equals(key))
                .findFirst()
                .filter(version -> !version.marker())
                .map(version -> new ServiceAnswer(
                        200,
                        Map.of("Content-Type", "binary/octet-stream"),
                        version.text().getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> refusal(404, "NoSuchKey", "The specified key does not exist."));
    }

    private static Map<String, String> query(ServiceRequest request) {
        Map<String, String> fields = new LinkedHashMap<>();
        String text = Optional.ofNullable(request.uri().getRawQuery()).orElse("");
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            fields.put(
                    equals < 0 ? pair : pair.substring(0, equals),
                    equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static ServiceAnswer refusal(int status, String code, String message) {
        return ServiceAnswer.xml(status, "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>");
    }
}
