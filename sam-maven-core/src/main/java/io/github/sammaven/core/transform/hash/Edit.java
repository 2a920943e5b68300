package io.github.sammaven.core.transform.hash;

import io.github.sammaven.core.transform.context.SamResource;

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

    /** Copies between reading the definition and changing it here. */
    int copiesBefore(SamResource api) {
        int copies = 1;
        for (Edit edit : values()) {
            copies += edit.ordinal() < ordinal() && edit.isDone(api) ? 2 : 0;
        }
        return copies;
    }

    /** Copies after the change. */
    int copiesAfter(SamResource api) {
        return 1 + copiesLater(api);
    }

    /** Copies after this step. */
    int copiesLater(SamResource api) {
        int copies = 0;
        for (Edit edit : values()) {
            copies += edit.ordinal() > ordinal() && edit.isDone(api) ? 2 : 0;
        }
        return copies;
    }
}
