package io.github.sammaven.core.transform.hash;

import io.github.sammaven.core.transform.context.SamResource;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * The steps that change a definition, in their order. Each works on a deep copy, and a deep copy of that is what it
 * gives; a copy of a dictionary may have another order.
 */
enum Edit {
    EVENTS(""),
    CORS("Cors"),
    AUTH("Auth"),
    GATEWAY_RESPONSES("GatewayResponses"),
    BINARY_MEDIA_TYPES("BinaryMediaTypes"),
    MODELS("Models"),
    ENDPOINT("DisableExecuteApiEndpoint");

    private final String property;

    Edit(String property) {
        this.property = property;
    }

    /** Whether a property of the API asks for it. Those of events change no order: they copy an even number of times. */
    boolean isDone(SamResource api) {
        return api.properties().has(property);
    }

    /** Copies of what was read and never changed. */
    static int allCopies(SamResource api) {
        return copies(api, edit -> true);
    }

    /** Copies between reading the definition and changing it here. */
    int copiesBefore(SamResource api) {
        return 1 + copies(api, edit -> edit.compareTo(this) < 0);
    }

    /** Copies after the change. */
    int copiesAfter(SamResource api) {
        return 1 + copiesLater(api);
    }

    /** Copies after this step. */
    int copiesLater(SamResource api) {
        return copies(api, edit -> edit.compareTo(this) > 0);
    }

    private static int copies(SamResource api, Predicate<Edit> included) {
        return 2
                * (int) Arrays.stream(values())
                        .filter(included.and(edit -> edit.isDone(api)))
                        .count();
    }
}
