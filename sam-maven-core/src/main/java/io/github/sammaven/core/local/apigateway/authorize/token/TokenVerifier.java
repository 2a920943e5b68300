package io.github.sammaven.core.local.apigateway.authorize.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/** Checks the signature and the times of tokens. Only signatures by a private key count. */
final class TokenVerifier {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final IssuerKeys keys;
    private final InstantSource clock;

    TokenVerifier(IssuerKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    JWTClaimsSet verify(String token) throws RefusedTokenException, KeysUnavailableException {
        SignedJWT jwt;
        JWTClaimsSet claims;
        try {
            jwt = SignedJWT.parse(token);
            claims = jwt.getJWTClaimsSet();
        } catch (ParseException e) {
            throw new RefusedTokenException("the token is no signed JWT");
        }
        JWSHeader header = jwt.getHeader();
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            throw new RefusedTokenException("the token is signed by " + header.getAlgorithm()
                    + "; only RS256, RS384, RS512, ES256, ES384 and ES512 count");
        }
        if (header.getKeyID() == null) {
            throw new RefusedTokenException("the token does not name its key (kid)");
        }
        Optional<JWK> key = keys.key(header.getKeyID());
        if (key.isEmpty()) {
            throw new RefusedTokenException("the issuer has no key with the id of the token (kid)");
        }
        if (!isSigned(jwt, key.get())) {
            throw new RefusedTokenException("the signature of the token is wrong");
        }
        checkTimes(claims);
        return claims;
    }

    private static boolean isSigned(SignedJWT jwt, JWK key) {
        boolean forThis = (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                && (key.getAlgorithm() == null
                        || key.getAlgorithm().equals(jwt.getHeader().getAlgorithm()));
        try {
            return forThis
                    && key instanceof AsymmetricJWK asymmetric
                    && jwt.verify(new DefaultJWSVerifierFactory()
                            .createJWSVerifier(jwt.getHeader(), asymmetric.toPublicKey()));
        } catch (JOSEException e) {
            return false;
        }
    }

    private void checkTimes(JWTClaimsSet claims) throws RefusedTokenException {
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        if (expires == null) {
            throw new RefusedTokenException("the token has no time of expiry (exp)");
        }
        if (!now.isBefore(expires.toInstant())) {
            throw new RefusedTokenException("the token expired at " + expires.toInstant());
        }
        checkNotAhead(claims.getNotBeforeTime(), now, "counts from");
        checkNotAhead(claims.getIssueTime(), now, "was issued at");
    }

    private static void checkNotAhead(Date time, Instant now, String what) throws RefusedTokenException {
        if (time != null && now.isBefore(time.toInstant())) {
            throw new RefusedTokenException(
                    "the token " + what + " " + time.toInstant() + ", which is ahead of the clock of this machine");
        }
    }
}
