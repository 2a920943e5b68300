package io.github.sammaven.core.deploy.change;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sammaven.core.aws.PlannedChange;
import io.github.sammaven.core.aws.PropertyDetail;
import io.github.sammaven.core.deploy.origin.ResourceOrigins;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.ChangeCause;
import io.github.sammaven.core.report.PropertyChange;
import io.github.sammaven.core.report.PropertyChange.Recreation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What changes inside a resource. The service names one property several times, once for each reason; these become one.
 * Of a value that is a document only the places that differ are kept.
 */
final class PropertyChanges {

    private static final String DYNAMIC = "Dynamic";

    private final ResourceOrigins origins;
    private final Secrets secrets;
    private final Set<String> replaced;
    private final Optional<SourceMark> parent;

    /**
     * @param replaced logical ids of the resources that are replaced
     * @param parent where the nested stack is; empty for the stack of the template
     */
    PropertyChanges(ResourceOrigins origins, Secrets secrets, Set<String> replaced, Optional<SourceMark> parent) {
        this.origins = origins;
        this.secrets = secrets;
        this.replaced = replaced;
        this.parent = parent;
    }

    /** In the order of the service. */
    List<PropertyChange> of(PlannedChange change) {
        Map<String, List<PropertyDetail>> byPath = new LinkedHashMap<>();
        change.details().forEach(detail -> byPath.computeIfAbsent(path(detail), none -> new ArrayList<>())
                .add(detail));
        Contexts contexts = new Contexts(change.beforeContext(), change.afterContext());
        List<PropertyChange> changes = new ArrayList<>();
        byPath.forEach((path, details) -> changes.addAll(of(change.logicalId(), path, details, contexts)));
        return changes;
    }

    private static String path(PropertyDetail detail) {
        if (!detail.path().isEmpty()) {
            return detail.path().startsWith("/") ? detail.path() : "/" + detail.path();
        }
        return "/" + detail.attribute() + (detail.name().isEmpty() ? "" : "/" + detail.name());
    }

    private List<PropertyChange> of(String logicalId, String path, List<PropertyDetail> details, Contexts contexts) {
        Optional<String> before =
                details.stream().flatMap(detail -> detail.before().stream()).findFirst();
        Optional<String> after =
                details.stream().flatMap(detail -> detail.after().stream()).findFirst();
        if (before.isEmpty() && after.isEmpty()) {
            before = contexts.before(path);
            after = contexts.after(path);
        }
        Optional<JsonNode> left = before.flatMap(JsonDifference::document);
        Optional<JsonNode> right = after.flatMap(JsonDifference::document);
        if (left.isPresent() && right.isPresent()) {
            List<PropertyChange> inside = JsonDifference.between(left.get(), right.get()).stream()
                    .map(place -> change(
                            logicalId,
                            place.path().isEmpty() ? path : path + "/" + place.path(),
                            details,
                            place.before(),
                            place.after()))
                    .toList();
            return inside.isEmpty()
                    ? List.of(change(logicalId, path, details, Optional.empty(), Optional.empty()))
                    : inside;
        }
        return List.of(change(logicalId, path, details, before, after));
    }

    private PropertyChange change(
            String logicalId,
            String path,
            List<PropertyDetail> details,
            Optional<String> before,
            Optional<String> after) {
        String[] steps = path.replaceFirst("^/", "").split("/", 2);
        List<PropertyDetail> certain = details.stream()
                .filter(detail -> !detail.evaluation().equals(DYNAMIC))
                .toList();
        PropertyChange change = new PropertyChange(
                steps[0],
                steps.length == 1 ? "" : steps[1],
                before,
                after,
                false,
                recreation(details),
                certain.isEmpty(),
                causes(certain.isEmpty() ? details : certain),
                parent.orElseGet(() -> origins.mark(logicalId, path)));
        return secrets.hides(logicalId, path, details, before, after) ? change.withoutValues() : change;
    }

    private static Recreation recreation(List<PropertyDetail> details) {
        boolean perhaps = false;
        for (PropertyDetail detail : details) {
            if (detail.recreation().equals("Always")) {
                return Recreation.ALWAYS;
            }
            perhaps |= detail.recreation().equals("Conditionally");
        }
        return perhaps ? Recreation.CONDITIONALLY : Recreation.NEVER;
    }

    private List<ChangeCause> causes(List<PropertyDetail> details) {
        return details.stream()
                .flatMap(detail -> cause(detail).stream())
                .distinct()
                .toList();
    }

    /** A change of the template itself needs no word. */
    private Optional<ChangeCause> cause(PropertyDetail detail) {
        String entity = detail.causingEntity();
        if (detail.source().equals("Automatic")) {
            return Optional.of(new ChangeCause(ChangeCause.Kind.NESTED_STACK, entity));
        }
        if (entity.isEmpty()) {
            return Optional.empty();
        }
        if (detail.source().equals("ParameterReference")) {
            return Optional.of(new ChangeCause(ChangeCause.Kind.PARAMETER, entity));
        }
        int dot = entity.indexOf('.');
        boolean anew = replaced.contains(dot < 0 ? entity : entity.substring(0, dot));
        return Optional.of(new ChangeCause(anew ? ChangeCause.Kind.REPLACEMENT : ChangeCause.Kind.RESOURCE, entity));
    }
}
