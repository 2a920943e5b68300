package io.github.sammaven.core.container;

import io.github.sammaven.core.problem.SamException;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An image did not reach its registry. */
public final class PushFailedException extends SamException {

    private static final long serialVersionUID = 1L;

    private final String said;

    /** @param said what the engine or the registry says */
    public PushFailedException(String name, String said, @Nullable Throwable cause) {
        super("The image " + name + " cannot be pushed: " + said, wayOut(said), cause);
        this.said = said;
    }

    /** Whether the same push may work a little later. */
    public boolean isTransient() {
        return says(
                said,
                "timeout",
                ": eof",
                "unexpected eof",
                "connection reset",
                "connection refused",
                "broken pipe",
                "temporary failure",
                "toomanyrequests",
                "too many requests",
                "rate exceeded",
                "internal server error",
                "internalfailure",
                "bad gateway",
                "service unavailable",
                "status: 5");
    }

    private static String wayOut(String said) {
        if (says(said, "no basic auth", "denied", "unauthorized", "authentication required", "forbidden")) {
            return "allow ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload,"
                    + " ecr:BatchCheckLayerAvailability and ecr:PutImage for the user or role whose credentials are used;"
                    + " to a registry that is not ECR, log in with docker login";
        }
        if (says(said, "does not exist", "name unknown", "repository_not_found")) {
            return "create the repository, or have one made for each function: -Dsam.resolveImageRepos";
        }
        if (says(said, "immutable")) {
            return "the repository keeps its tags, and this one is another image's: give the build another DockerTag";
        }
        return says(said, "connection refused", "no such host")
                ? "check the address of the repository; it is the engine, not this process, that connects"
                : "";
    }

    private static boolean says(String said, String... words) {
        String lower = said.toLowerCase(Locale.ROOT);
        return Stream.of(words).anyMatch(lower::contains);
    }
}
