package io.github.sammaven.core.aws;

import java.util.Optional;

/**
 * One reason why a change set touches a part of a resource, in the service's words. Several may concern the same
 * property.
 *
 * @param attribute {@code Properties}, {@code Metadata}, {@code Tags}, ...
 * @param name the top-level property; empty for other attributes
 * @param path where in the resource, {@code /Properties/KeySchema/0}; empty if the service does not say
 * @param before JSON or text, possibly a secret; empty if there is none or the service does not say
 * @param after as {@code before}
 * @param recreation {@code Never}, {@code Conditionally} or {@code Always}; empty if the service does not say
 * @param evaluation {@code Static} if the change is certain, {@code Dynamic} if it shows only during the execution
 * @param source {@code DirectModification}, {@code ParameterReference}, {@code ResourceReference},
 *     {@code ResourceAttribute}, {@code Automatic} or empty
 * @param causingEntity the parameter, resource or {@code Resource.Attribute} the change comes from; empty if there is none
 */
public record PropertyDetail(
        String attribute,
        String name,
        String path,
        Optional<String> before,
        Optional<String> after,
        String recreation,
        String evaluation,
        String source,
        String causingEntity) {

    /** Without the values: they may be secret. */
    @Override
    public String toString() {
        return "PropertyDetail[" + (path.isEmpty() ? attribute + "/" + name : path) + ", " + recreation + ", "
                + evaluation + ", " + source + " " + causingEntity + "]";
    }
}
