package io.github.sammaven.core.deploy.origin;

import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.transform.TransformResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The resource of the template that another was generated for. SAM puts its name first, so that the name mostly tells;
 * where two resources can be meant or none, the template is transformed, once.
 */
final class SourceResource {

    /** Names of generated resources that begin with no resource of the template. */
    private static final List<String> NAMED_OTHERWISE =
            List.of("ServerlessUsagePlan", "ServerlessApiKey", "RecordSetGroup", "ApiGatewayDomainName");

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{10}");

    private final Template template;
    private final SharedResourceUser shared;
    private final Supplier<TransformResult> transform;
    private final Map<String, Optional<String>> found = new HashMap<>();
    private @Nullable Map<String, String> owners;

    SourceResource(Template template, Supplier<TransformResult> transform) {
        this.template = template;
        this.shared = new SharedResourceUser(template);
        this.transform = transform;
    }

    /** Empty if {@code logicalId} is in the template itself, or nobody knows. */
    Optional<String> of(String logicalId) {
        if (!template.root().has("Transform") || isWritten(logicalId)) {
            return Optional.empty();
        }
        return found.computeIfAbsent(logicalId, this::find);
    }

    private Optional<String> find(String logicalId) {
        List<String> named = IntStream.range(1, logicalId.length())
                .map(end -> logicalId.length() - end)
                .filter(end -> isAppended(logicalId.substring(end)))
                .mapToObj(end -> logicalId.substring(0, end))
                .filter(this::isServerless)
                .toList();
        if (named.size() == 1) {
            return Optional.of(named.get(0));
        }
        if (named.isEmpty() && NAMED_OTHERWISE.stream().noneMatch(logicalId::startsWith)) {
            return shared.of(logicalId);
        }
        return Optional.ofNullable(owners().get(logicalId))
                .filter(this::isWritten)
                .or(() -> named.stream().findFirst());
    }

    /** SAM appends words in camel case, or a hash. */
    private static boolean isAppended(String text) {
        return Character.isUpperCase(text.charAt(0)) || HASH.matcher(text).matches();
    }

    private boolean isWritten(String logicalId) {
        return template.section("Resources").containsKey(logicalId);
    }

    private boolean isServerless(String logicalId) {
        return template.resource(logicalId)
                .flatMap(resource -> resource.text("Type"))
                .filter(type -> type.startsWith("AWS::Serverless::"))
                .isPresent();
    }

    private Map<String, String> owners() {
        if (owners == null) {
            owners = transform.get().owners();
        }
        return owners;
    }
}
