package io.github.sammaven.core.local.apigateway.authorize.token;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;

/** Reads small documents of issuers: at most 1 MiB, with 5 seconds for each step. */
final class JsonDocuments {

    private static final int MAX_BYTES = 1 << 20;
    private static final int TIMEOUT_MS = 5_000;

    /** @throws KeysUnavailableException with the reason, if there is no such document */
    String read(URI location) throws KeysUnavailableException {
        try {
            URLConnection connection = location.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MS);
            connection.setReadTimeout(TIMEOUT_MS);
            connection.setUseCaches(false);
            if (connection instanceof HttpURLConnection http && http.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new KeysUnavailableException(location + " answers " + http.getResponseCode());
            }
            try (InputStream in = connection.getInputStream()) {
                byte[] document = in.readNBytes(MAX_BYTES + 1);
                if (document.length > MAX_BYTES) {
                    throw new KeysUnavailableException(location + " is larger than 1 MiB");
                }
                return new String(document, StandardCharsets.UTF_8);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new KeysUnavailableException(
                    location + " cannot be read (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ")");
        }
    }
}
