package io.github.sammaven.core.local.apigateway.proxy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The binary media types of an API. {@code image/*} and {@code *}{@code /*} stand for many. */
final class MediaTypes {

    private static final String ALL = "*/*";
    private static final Set<String> TEXT = Set.of("application/json", "application/javascript", "application/xml");

    private final Set<String> types = new HashSet<>();

    MediaTypes(List<String> types) {
        types.forEach(type -> this.types.add(type.toLowerCase(Locale.ROOT)));
    }

    /** Type and subtype in small letters, without parameters. */
    static String bare(String mediaType) {
        int semicolon = mediaType.indexOf(';');
        return (semicolon < 0 ? mediaType : mediaType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Whether an HTTP API takes a body of that type as text. */
    static boolean isText(String bare) {
        return bare.startsWith("text/") || TEXT.contains(bare) || bare.endsWith("+json") || bare.endsWith("+xml");
    }

    boolean isEmpty() {
        return types.isEmpty();
    }

    boolean hasAll() {
        return types.contains(ALL);
    }

    /** Whether that very type is among them, or all are. */
    boolean hasLiterally(String bare) {
        return hasAll() || types.contains(bare);
    }

    boolean has(String bare) {
        if (hasLiterally(bare)) {
            return true;
        }
        int slash = bare.indexOf('/');
        return slash > 0 && types.contains(bare.substring(0, slash) + "/*");
    }
}
