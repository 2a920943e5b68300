package io.github.sammaven.core.transform.hash;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.Map;
import java.util.Set;

/**
 * Which strings of a definition come from the template, which Python 2.7 marks when it prints them. That is known of what
 * is written there, and by its place of what passes took over from elsewhere in the template.
 */
final class WrittenStrings {

    private static final Set<String> NAMED = Set.of(SectionOrder.DEFINITIONS, "schemas", SectionOrder.RESPONSES);

    private final Map<String, Set<String>> routes;
    private final boolean versionIsText;
    private final boolean stageIsWritten;
    private final boolean iamOfApi;

    /** @param routes methods by path of the events of the API */
    WrittenStrings(SamResource api, Map<String, Set<String>> routes) {
        this.routes = routes;
        this.versionIsText = api.get("OpenApiVersion")
                .flatMap(version -> version.asScalar())
                .filter(ScalarNode::isString)
                .isPresent();
        this.stageIsWritten =
                api.get("StageName").filter(stage -> stage.mark().isKnown()).isPresent();
        this.iamOfApi = new SectionOrder(MappingNode.of(Map.of()), api).definesIam();
    }

    boolean isKey(Place place, MappingNode mapping, String key) {
        if (mapping.isWritten(key) || mapping.isShortTag()) {
            return true;
        }
        if (place.depth() == 0 || Intrinsic.of(mapping).isPresent()) {
            return false;
        }
        if (place.isPaths()) {
            return !key.equals("$default");
        }
        if (place.isPath()) {
            return isMethod(place.second(), key);
        }
        if (place.isSchemes()) {
            return isScheme(key);
        }
        if (place.key().equals("security")) {
            return !key.equals("api_key");
        }
        return place.depth() <= 2 && NAMED.contains(place.key())
                || place.section().equals(SectionOrder.RESPONSES) && place.key().equals("responseParameters");
    }

    private boolean isMethod(String path, String key) {
        if (key.equals(DefinitionOrder.OPTIONS)) {
            return routes.getOrDefault(path, Set.of()).contains(key);
        }
        return !key.equals(DefinitionOrder.ANY);
    }

    private boolean isScheme(String name) {
        return name.equals(DefinitionOrder.IAM) ? iamOfApi : !name.equals("api_key");
    }

    boolean isValue(Place place, ScalarNode value) {
        if (value.mark().isKnown() || place.conditional()) {
            return true;
        }
        String text = value.text();
        return switch (place.key()) {
            case "openapi" -> place.depth() == 1 && versionIsText;
            case "identitySource" -> true;
            case "cacheKeyParameters" -> true;
            case "name" -> place.parent().equals("parameters");
            case "in" -> place.parent().equals("parameters") && !text.equals("query") && !text.equals("body");
            case "__Stage__" -> stageIsWritten;
            case Intrinsic.SUB ->
                text.contains("/functions/${") && text.contains(".Arn}/")
                        || place.section().equals(SectionOrder.POLICY) && text.startsWith("execute-api:/");
            default -> false;
        };
    }
}
