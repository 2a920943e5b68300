package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import java.util.Optional;

/** Reads the version of an event. */
final class PayloadVersions {

    private PayloadVersions() {}

    /** Empty if none is given, or one that there is not, which is told. */
    static Optional<PayloadVersion> read(Section section, String key) {
        Optional<String> text = section.text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        switch (text.get()) {
            case "1.0":
            case "1":
                return Optional.of(PayloadVersion.V1);
            case "2.0":
            case "2":
                return Optional.of(PayloadVersion.V2);
            default:
                section.warn(key, "there is no payload version " + text.get(), "write '1.0' or '2.0'");
                return Optional.empty();
        }
    }
}
