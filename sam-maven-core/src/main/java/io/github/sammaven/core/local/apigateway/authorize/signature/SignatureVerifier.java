package io.github.sammaven.core.local.apigateway.authorize.signature;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Header;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Finds out whose credentials a request is signed with. */
final class SignatureVerifier {

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final long LONGEST_LIFETIME = Duration.ofDays(7).toSeconds();
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final int DAY = 8;

    private final List<LocalCredential> credentials;
    private final String region;
    private final InstantSource clock;

    SignatureVerifier(List<LocalCredential> credentials, String region, InstantSource clock) {
        this.credentials = credentials;
        this.region = region;
        this.clock = clock;
    }

    LocalCredential verify(ApiRequest request, GivenSignature given) throws WrongSignatureException {
        LocalCredential credential = credentials.stream()
                .filter(known -> known.accessKey().equals(given.accessKey()))
                .findFirst()
                .orElseThrow(() -> new WrongSignatureException(
                        "the access key " + given.accessKey() + " is none of the credentials of this machine"));
        if (!credential.sessionToken().equals(given.sessionToken())) {
            throw new WrongSignatureException("its session token is not that of the credentials");
        }
        checkTime(given);
        checkScope(given);
        checkSignedHeaders(request, given.signedHeaders());
        String canonical = SignedRequest.canonical(
                request,
                given.signedHeaders(),
                given.lifetime().isPresent() ? GivenSignature.QUERY_SIGNATURE : "",
                bodyHash(request));
        String expected = SigningKey.sign(credential.secret(), given.date(), given.scope(), canonical);
        if (!MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.signature().getBytes(StandardCharsets.UTF_8))) {
            throw new WrongSignatureException("it is not the one of this request and the secret of " + given.accessKey()
                    + "; the request that should have been signed begins with "
                    + request.method() + " " + request.path());
        }
        return credential;
    }

    private void checkTime(GivenSignature given) throws WrongSignatureException {
        Instant signed = instant(given.date());
        Instant now = clock.instant();
        if (signed.isAfter(now.plus(SKEW))) {
            throw new WrongSignatureException("it is of " + signed + ", and it is " + now + " here");
        }
        Instant end = given.lifetime().isPresent()
                ? signed.plusSeconds(seconds(given.lifetime().get()))
                : signed.plus(SKEW);
        if (now.isAfter(end)) {
            throw new WrongSignatureException("it counted until " + end + ", and it is " + now + " here");
        }
    }

    private static Instant instant(String date) throws WrongSignatureException {
        try {
            return LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new WrongSignatureException("its date (X-Amz-Date) is not of the form 20261121T103107Z");
        }
    }

    private static long seconds(String lifetime) throws WrongSignatureException {
        try {
            long seconds = Long.parseLong(lifetime);
            if (seconds >= 1 && seconds <= LONGEST_LIFETIME) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // Refused below, as a number out of bounds is.
        }
        throw new WrongSignatureException("X-Amz-Expires is not a number from 1 to " + LONGEST_LIFETIME);
    }

    private void checkScope(GivenSignature given) throws WrongSignatureException {
        String wanted = given.date().substring(0, DAY) + "/" + region + "/execute-api/aws4_request";
        if (!given.scope().equals(wanted)) {
            throw new WrongSignatureException("its scope is " + given.scope() + ", and should be " + wanted);
        }
    }

    /** Everything that says where the request goes, and what AWS reads, has to be signed. */
    private static void checkSignedHeaders(ApiRequest request, List<String> signed) throws WrongSignatureException {
        if (!signed.contains("host")) {
            throw new WrongSignatureException("the header host is not signed");
        }
        for (Header header : request.headers()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (name.startsWith("x-amz-") && !signed.contains(name)) {
                throw new WrongSignatureException("the header " + name + " is not signed");
            }
        }
    }

    private static String bodyHash(ApiRequest request) throws WrongSignatureException {
        String actual = SigningKey.hash(request.body());
        String said = request.header("X-Amz-Content-Sha256").orElse(actual);
        if (!said.equals(actual)) {
            throw new WrongSignatureException("X-Amz-Content-Sha256 is not the hash of the body");
        }
        return actual;
    }
}
