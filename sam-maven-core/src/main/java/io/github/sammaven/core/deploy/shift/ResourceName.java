package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template calls something by.
 *
 * @param logicalId resource of the template; empty if it is named as it is
 * @param text its logical id, its name or its ARN
 */
record ResourceName(boolean logicalId, String text) {

    private static final Pattern ONE_VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9]+)(?:\\.[A-Za-z0-9.]+)?}");
    private static final Pattern FUNCTION_ARN = Pattern.compile("arn:[^:]*:lambda:[^:]*:[^:]*:function:([^:]+).*");

    static ResourceName logical(String id) {
        return new ResourceName(true, id);
    }

    /** Empty for expressions that only AWS can work out. */
    static Optional<ResourceName> of(Node node) {
        Optional<String> text = node.asText();
        if (text.isPresent()) {
            return Optional.of(new ResourceName(false, functionName(text.get())));
        }
        return Intrinsic.of(node).flatMap(ResourceName::of);
    }

    private static Optional<ResourceName> of(Intrinsic function) {
        Optional<String> text = function.argument().asText().or(() -> function.argument()
                .asSequence()
                .map(SequenceNode::items)
                .filter(items -> !items.isEmpty())
                .flatMap(items -> items.get(0).asText()));
        if (function.is(Intrinsic.REF) || function.is(Intrinsic.GET_ATT)) {
            return text.map(name -> logical(name.split("\\.", 2)[0]));
        }
        return function.is(Intrinsic.SUB)
                ? text.map(ONE_VARIABLE::matcher).filter(Matcher::matches).map(variable -> logical(variable.group(1)))
                : Optional.empty();
    }

    /** A function's name out of its ARN; anything else stays as it is. */
    static String functionName(String nameOrArn) {
        Matcher arn = FUNCTION_ARN.matcher(nameOrArn);
        return arn.matches() ? arn.group(1) : nameOrArn;
    }
}
