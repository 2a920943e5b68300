package io.github.sammaven.core.local.apigateway.authorize.signature;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.PercentEncoding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The signature of a request, as it says itself.
 *
 * @param scope {@code 20261121/eu-central-1/execute-api/aws4_request}
 * @param signedHeaders names in small letters
 * @param date {@code 20261121T103107Z}
 * @param lifetime seconds that a signed URL counts for; empty in a header
 * @param sessionToken of temporary credentials
 */
record GivenSignature(
        String accessKey,
        String scope,
        List<String> signedHeaders,
        String signature,
        String date,
        Optional<String> lifetime,
        Optional<String> sessionToken) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    /** Parameter of a signed URL that is not signed itself. */
    static final String QUERY_SIGNATURE = "X-Amz-Signature";

    /** Empty if it is not signed at all. */
    static Optional<GivenSignature> of(ApiRequest request) throws WrongSignatureException {
        Optional<String> header = request.header("Authorization").filter(value -> value.startsWith("AWS4-"));
        if (header.isPresent()) {
            return Optional.of(ofHeader(request, header.get()));
        }
        return request.query().contains("X-Amz-Algorithm=") ? Optional.of(ofQuery(request)) : Optional.empty();
    }

    private static GivenSignature ofHeader(ApiRequest request, String header) throws WrongSignatureException {
        int blank = header.indexOf(' ');
        checkAlgorithm(blank < 0 ? header : header.substring(0, blank));
        Map<String, String> parts = new HashMap<>();
        for (String part : header.substring(blank + 1).split(",")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        return of(
                parts,
                "",
                request.header("X-Amz-Date").orElse(""),
                Optional.empty(),
                request.header("X-Amz-Security-Token"));
    }

    private static GivenSignature ofQuery(ApiRequest request) throws WrongSignatureException {
        Map<String, String> parts = new HashMap<>();
        for (String pair : request.query().split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parts.put(pair.substring(0, equals), PercentEncoding.decode(pair.substring(equals + 1)));
            }
        }
        checkAlgorithm(parts.get("X-Amz-Algorithm"));
        return of(
                parts,
                "X-Amz-",
                parts.getOrDefault("X-Amz-Date", ""),
                Optional.of(parts.getOrDefault("X-Amz-Expires", "")),
                Optional.ofNullable(parts.get("X-Amz-Security-Token")));
    }

    private static GivenSignature of(
            Map<String, String> parts,
            String prefix,
            String date,
            Optional<String> lifetime,
            Optional<String> sessionToken)
            throws WrongSignatureException {
        String credential = part(parts, prefix + "Credential");
        int slash = credential.indexOf('/');
        if (slash < 0) {
            throw new WrongSignatureException("its Credential has no scope");
        }
        return new GivenSignature(
                credential.substring(0, slash),
                credential.substring(slash + 1),
                List.of(part(parts, prefix + "SignedHeaders").split(";")),
                part(parts, prefix + "Signature"),
                date,
                lifetime,
                sessionToken);
    }

    private static String part(Map<String, String> parts, String name) throws WrongSignatureException {
        String part = parts.get(name);
        if (part == null || part.isEmpty()) {
            throw new WrongSignatureException("it has no " + name);
        }
        return part;
    }

    private static void checkAlgorithm(String algorithm) throws WrongSignatureException {
        if (!ALGORITHM.equals(algorithm)) {
            throw new WrongSignatureException("its algorithm is not " + ALGORITHM);
        }
    }
}
