package io.github.sammaven.core.local.apigateway.websocket;

import java.security.SecureRandom;
import java.util.Base64;

/** Ids as API Gateway gives them to connections, messages and requests: {@code L0SM9cOFvHcCIhw=}. */
final class GatewayIds {

    private static final int BYTES = 11;
    private static final int LENGTH = 16;

    private final SecureRandom random = new SecureRandom();

    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /** Whether it could be one. */
    static boolean isOne(String text) {
        return text.length() == LENGTH
                && text.charAt(LENGTH - 1) == '='
                && text.chars().limit(LENGTH - 1L).allMatch(GatewayIds::isLetter);
    }

    private static boolean isLetter(int character) {
        return character >= 'A' && character <= 'Z'
                || character >= 'a' && character <= 'z'
                || character >= '0' && character <= '9'
                || character == '-'
                || character == '_';
    }
}
