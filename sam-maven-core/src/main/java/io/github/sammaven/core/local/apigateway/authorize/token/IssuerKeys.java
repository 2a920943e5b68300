package io.github.sammaven.core.local.apigateway.authorize.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one issuer. They are kept for two hours, as API Gateway does, and read again for a key that is not among
 * them, but at most every five seconds.
 */
final class IssuerKeys {

    static final Duration KEPT = Duration.ofHours(2);
    static final Duration PAUSE = Duration.ofSeconds(5);

    private final KeyLocation location;
    private final JsonDocuments documents;
    private final InstantSource clock;
    private volatile @Nullable Loaded loaded;
    private @Nullable Instant lastTry;
    private String lastFailure = "";

    private record Loaded(JWKSet keys, Instant until) {}

    IssuerKeys(KeyLocation location, JsonDocuments documents, InstantSource clock) {
        this.location = location;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * The key of that id, empty if the issuer has none.
     *
     * @throws KeysUnavailableException if the keys cannot be read, and none are kept
     */
    Optional<JWK> key(String id) throws KeysUnavailableException {
        Loaded present = loaded;
        Optional<JWK> known = find(present, id);
        return known.isPresent() ? known : reloaded(id);
    }

    private synchronized Optional<JWK> reloaded(String id) throws KeysUnavailableException {
        Optional<JWK> known = find(loaded, id);
        if (known.isPresent()) {
            return known;
        }
        Instant now = clock.instant();
        if (lastTry == null || !now.isBefore(lastTry.plus(PAUSE))) {
            lastTry = now;
            load(now);
        }
        if (!lastFailure.isEmpty()) {
            throw new KeysUnavailableException(lastFailure);
        }
        return find(loaded, id);
    }

    private void load(Instant now) {
        try {
            loaded = new Loaded(JWKSet.parse(documents.read(location.find(documents))), now.plus(KEPT));
            lastFailure = "";
        } catch (ParseException e) {
            lastFailure = "the keys of the issuer are no JSON Web Key Set";
        } catch (KeysUnavailableException e) {
            lastFailure = e.getMessage();
        }
    }

    private Optional<JWK> find(@Nullable Loaded present, String id) {
        return present == null || !clock.instant().isBefore(present.until())
                ? Optional.empty()
                : Optional.ofNullable(present.keys().getKeyByKeyId(id));
    }
}
