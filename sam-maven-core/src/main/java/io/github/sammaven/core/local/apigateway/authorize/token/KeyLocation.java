package io.github.sammaven.core.local.apigateway.authorize.token;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.text.ParseException;

/** Where the keys of an issuer are. */
interface KeyLocation {

    /** @throws KeysUnavailableException if the issuer does not say */
    URI find(JsonDocuments documents) throws KeysUnavailableException;

    /** As it is given. */
    static KeyLocation of(JwksSource source) {
        return documents -> source.location();
    }

    /** As {@code /.well-known/openid-configuration} of the issuer says. */
    static KeyLocation ofIssuer(String issuer) {
        String slash = issuer.endsWith("/") ? "" : "/";
        return documents -> {
            try {
                URI configuration = URI.create(issuer + slash + ".well-known/openid-configuration");
                String location =
                        JSONObjectUtils.getString(JSONObjectUtils.parse(documents.read(configuration)), "jwks_uri");
                if (location == null || !location.startsWith("http")) {
                    throw new KeysUnavailableException(configuration + " names no jwks_uri");
                }
                return URI.create(location);
            } catch (ParseException | IllegalArgumentException e) {
                throw new KeysUnavailableException("the configuration of " + issuer + " cannot be read");
            }
        };
    }
}
