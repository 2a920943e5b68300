package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.model.PercentEncoding;
import io.undertow.util.MimeMappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Files that are served as they are. Nothing outside of the folder is, whatever a path or a link says. */
final class StaticFolder {

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final Path folder;

    StaticFolder(Path folder) {
        this.folder = folder;
    }

    /** The file of that path; empty if there is none. */
    Optional<ApiResponse> answer(ApiRequest request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Optional.empty();
        }
        return file(PercentEncoding.decode(request.path())).flatMap(StaticFolder::read);
    }

    private Optional<Path> file(String path) {
        int from = 0;
        while (from < path.length() && path.charAt(from) == '/') {
            from++;
        }
        try {
            Path root = folder.toRealPath();
            Path file = root.resolve(path.substring(from)).toRealPath();
            return file.startsWith(root) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (IOException | InvalidPathException noSuchFile) {
            return Optional.empty();
        }
    }

    private static Optional<ApiResponse> read(Path file) {
        try {
            return Optional.of(new ApiResponse(
                    200,
                    List.of(new Header("Content-Type", type(file)), new Header("Cache-Control", "no-store")),
                    Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String type(Path file) {
        String name = file.getFileName().toString();
        String type = MimeMappings.DEFAULT.getMimeType(
                name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (type == null) {
            return UNKNOWN_TYPE;
        }
        return type.startsWith("text/") || type.endsWith("javascript") ? type + "; charset=utf-8" : type;
    }
}
