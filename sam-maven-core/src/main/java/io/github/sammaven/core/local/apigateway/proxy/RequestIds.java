package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Route;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** Ids that API Gateway makes up, here the same for the same thing. */
final class RequestIds {

    private static final int EXTENDED_BYTES = 11;
    private static final int RESOURCE_RADIX = 36;
    private static final int RESOURCE_DIGITS = 6;

    private RequestIds() {}

    /** {@code x-amz-apigw-id}: 15 characters and an equals sign. */
    static String extended(ApiRequest request) {
        byte[] id = request.id().replace("-", "").getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(id, EXTENDED_BYTES));
    }

    /** Six letters and digits. */
    static String resource(Route route) {
        String digits = Long.toString(Integer.toUnsignedLong(route.path().hashCode()), RESOURCE_RADIX);
        String padded = "0".repeat(RESOURCE_DIGITS) + digits.toLowerCase(Locale.ROOT);
        return padded.substring(padded.length() - RESOURCE_DIGITS);
    }
}
