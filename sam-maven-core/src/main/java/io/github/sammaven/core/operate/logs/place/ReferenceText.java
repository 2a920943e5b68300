package io.github.sammaven.core.operate.logs.place;

import io.github.sammaven.core.operate.stack.DeployedResource;
import io.github.sammaven.core.operate.stack.StackCatalogue;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.Node;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values of a deployed template in which resources stand for their physical ids.
 *
 * @param parent path of the stack the template is of
 */
record ReferenceText(StackCatalogue catalogue, String parent) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\w.:]+)}");
    private static final String LOG_GROUP = ":log-group:";

    /** Empty if it cannot be known from the resources alone. */
    Optional<String> of(Node node) {
        Optional<Intrinsic> intrinsic = Intrinsic.of(node);
        if (intrinsic.isEmpty()) {
            return node.asText();
        }
        Node argument = intrinsic.get().argument();
        if (intrinsic.get().is(Intrinsic.REF)) {
            return argument.asText().flatMap(this::physicalId);
        }
        if (intrinsic.get().is(Intrinsic.GET_ATT)) {
            return argument.asText()
                    .or(() -> argument.asSequence()
                            .flatMap(parts -> parts.items().stream().findFirst())
                            .flatMap(Node::asText))
                    .flatMap(name -> physicalId(name.replaceFirst("\\..*", "")));
        }
        return intrinsic.get().is(Intrinsic.SUB) ? argument.asText().map(this::substituted) : Optional.empty();
    }

    /** Name of the log group an ARN is about, or a reference to the group. */
    Optional<String> logGroup(Node destination) {
        return of(destination)
                .filter(text -> !text.startsWith("arn:") || text.contains(LOG_GROUP))
                .map(text ->
                        text.substring(text.contains(LOG_GROUP) ? text.indexOf(LOG_GROUP) + LOG_GROUP.length() : 0))
                .map(name -> name.replaceFirst(":\\*$", ""))
                .filter(name -> !name.contains("${"));
    }

    private String substituted(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(this::replacement);
    }

    private String replacement(MatchResult placeholder) {
        String name = placeholder.group(1).replaceFirst("\\..*", "");
        return Matcher.quoteReplacement(physicalId(name).orElse(placeholder.group()));
    }

    private Optional<String> physicalId(String logicalId) {
        return catalogue.resources().stream()
                .filter(resource -> resource.path().equals(parent + logicalId) && resource.isMade())
                .map(DeployedResource::physicalId)
                .findFirst();
    }
}
