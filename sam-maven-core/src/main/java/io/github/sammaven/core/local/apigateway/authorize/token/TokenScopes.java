package io.github.sammaven.core.local.apigateway.authorize.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Arrays;
import java.util.List;

/** What a token may be used for: {@code scope}, or {@code scp} of some providers. */
final class TokenScopes {

    private TokenScopes() {}

    static List<String> of(JWTClaimsSet claims) {
        Object given = claims.getClaim("scope") == null ? claims.getClaim("scp") : claims.getClaim("scope");
        if (given instanceof String text) {
            return Arrays.stream(text.split(" "))
                    .filter(scope -> !scope.isEmpty())
                    .toList();
        }
        return given instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
