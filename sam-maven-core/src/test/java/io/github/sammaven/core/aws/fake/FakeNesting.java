package io.github.sammaven.core.aws.fake;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Stacks that are resources of a stack: real stacks of their own, with events of their own. */
final class FakeNesting {

    static final String TYPE = "AWS::CloudFormation::Stack";

    private final FakeStack parent;
    private final Function<String, FakeStack> maker;
    private final Function<URI, Optional<String>> bucket;
    private final Map<String, FakeStack> children = new LinkedHashMap<>();

    /** @param maker makes a stack of a name */
    FakeNesting(FakeStack parent, Function<String, FakeStack> maker, Function<URI, Optional<String>> bucket) {
        this.parent = parent;
        this.maker = maker;
        this.bucket = bucket;
    }

    /** Something happens to the nested stack {@code logicalId}; if it fails, then because of a resource in it. */
    void event(FakeTemplate template, String logicalId, String status, String reason) {
        if (status.equals("CREATE_IN_PROGRESS") && reason.isEmpty()) {
            parent.resourceEvent(logicalId, "", TYPE, status, "");
            return;
        }
        FakeStack child = children.computeIfAbsent(logicalId, id -> make(template, id));
        child.advance();
        if (status.endsWith("_IN_PROGRESS")) {
            parent.resourceEvent(logicalId, child.id, TYPE, status, reason);
            child.stackEvent(status, "User Initiated");
            each(child, status, "");
            return;
        }
        String why = reason;
        if (status.endsWith("_FAILED")) {
            why = fail(child, status, reason);
        } else {
            each(child, status, "");
            child.stackEvent(status, "");
        }
        parent.advance();
        parent.resourceEvent(logicalId, child.id, TYPE, status, why);
    }

    private FakeStack make(FakeTemplate template, String logicalId) {
        FakeStack child = maker.apply(parent.name + "-" + logicalId + "-1A2B3C");
        child.template = template.property(logicalId, "TemplateURL")
                .flatMap(url -> bucket.apply(URI.create(url)))
                .map(FakeTemplate::new)
                .orElseGet(() -> new FakeTemplate("Resources: {Inside: {Type: AWS::SQS::Queue}}"));
        return child;
    }

    private static void each(FakeStack child, String status, String reason) {
        child.template.resources().forEach((id, type) -> child.resourceEvent(id, type, status, reason));
    }

    /** The first resource fails, the others are cancelled; the parent is told only which one it was. */
    private static String fail(FakeStack child, String status, String reason) {
        if (reason.endsWith("cancelled")) {
            child.stackEvent(status, reason);
            return reason;
        }
        String first = child.template.resources().keySet().iterator().next();
        String verb = status.substring(0, status.indexOf('_')).toLowerCase(Locale.ROOT);
        String cancelled = "Resource " + (verb.equals("create") ? "creation" : verb) + " cancelled";
        child.template
                .resources()
                .forEach((id, type) -> child.resourceEvent(id, type, status, id.equals(first) ? reason : cancelled));
        String why = "The following resource(s) failed to " + verb + ": [" + first + "].";
        child.stackEvent(status, why);
        return "Embedded stack " + child.id + " was not successfully " + verb + "d: " + why;
    }
}
