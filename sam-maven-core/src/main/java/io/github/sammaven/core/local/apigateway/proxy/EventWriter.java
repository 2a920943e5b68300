package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import java.util.Optional;

/** One form of event. */
interface EventWriter {

    /**
     * Writes the fields into the object that has been begun.
     *
     * @param body empty for the event of an authorizer, which gets none
     */
    void write(ProxiedRequest proxied, Optional<EventBody> body, EventJson json);

    static EventWriter of(ApiKind kind, PayloadVersion version, Compatibility compatibility) {
        boolean first = kind == ApiKind.REST || version == PayloadVersion.V1;
        if (compatibility == Compatibility.SAM_CLI) {
            return first ? new SamCliEventV1() : new SamCliEventV2();
        }
        return first ? new EventV1() : new EventV2();
    }
}
