package io.github.sammaven.core.transform.policy;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SubText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A text in which parameters may stand as <code>${name}</code>.
 *
 * @param text as it is written
 * @param parameters the names in it, as written there
 * @param isFunction whether CloudFormation must put something in, if only a pseudo parameter
 */
record TemplateText(String text, List<String> parameters, boolean isFunction) {

    static TemplateText of(String text) {
        List<String> names = SubText.parse(text).variables().stream()
                .map(SubText.Variable::name)
                .toList();
        return new TemplateText(
                text, names.stream().filter(name -> !name.startsWith("AWS::")).toList(), !names.isEmpty());
    }

    /** @param values by name of the parameter in lower case */
    Node filled(Map<String, Node> values) {
        if (!isFunction) {
            return ScalarNode.string(text);
        }
        if (parameters.isEmpty()) {
            return Intrinsic.sub(text);
        }
        MappingNode.Builder variables = MappingNode.builder();
        parameters.forEach(name -> Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)))
                .ifPresent(value -> variables.put(name, value)));
        return Intrinsic.sub(text, variables.build());
    }
}
