package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.NearestName;
import java.util.ArrayList;
import java.util.List;

/** What the names in {@code Ref}, {@code Fn::GetAtt} and {@code Fn::Sub} stand for. */
final class References {

    private final PseudoParameters pseudo;
    private final ParameterValues parameters;
    private final ResourceValues resources;
    private final GeneratedResources generated;
    private final LocalValues local;

    References(
            PseudoParameters pseudo,
            ParameterValues parameters,
            ResourceValues resources,
            GeneratedResources generated,
            LocalValues local) {
        this.pseudo = pseudo;
        this.parameters = parameters;
        this.resources = resources;
        this.generated = generated;
        this.local = local;
    }

    /** As {@code Ref} takes it. */
    Lookup named(String name, Evaluation in) {
        if (PseudoParameters.isName(name)) {
            return pseudo.of(name);
        }
        if (parameters.declares(name)) {
            return parameters.of(name);
        }
        String given = local.attributes().get(name);
        if (given != null) {
            return Lookup.text(given);
        }
        if (resources.declares(name)) {
            return resources.reference(name, in);
        }
        if (name.contains(".")) {
            return suffixed(name);
        }
        return generated.mayHave(name) ? Lookup.text(name) : missing(name, "names no parameter or resource");
    }

    /** As {@code Fn::GetAtt} takes it; {@code path} is logical id, dot, attribute. */
    Lookup attribute(String path, Evaluation in) {
        String given = local.attributes().get(path);
        if (given != null) {
            return Lookup.text(given);
        }
        int dot = path.indexOf('.');
        if (dot < 0) {
            return new Lookup.Wrong("names no attribute", "write !GetAtt " + path + ".Arn, or another attribute");
        }
        String resource = path.substring(0, dot);
        return resources.declares(resource) || generated.mayHave(resource)
                ? resources.attribute(resource, path.substring(dot + 1), in)
                : missing(resource, "names no resource");
    }

    /** {@code Function.Version}: SAM puts the resource it makes from {@code Function} in its place. */
    private Lookup suffixed(String name) {
        String resource = name.substring(0, name.indexOf('.'));
        return resources.declares(resource)
                ? new Lookup.Unknown("SAM makes the resource it names during deployment")
                : missing(resource, "names no parameter or resource");
    }

    private Lookup missing(String name, String message) {
        List<String> known = new ArrayList<>(parameters.names());
        known.addAll(resources.ids());
        return new Lookup.Wrong(message, NearestName.suggestion(name, known));
    }
}
