package io.github.sammaven.core.packaging.image;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of an image repository, without a tag.
 *
 * @param address as it is written
 * @param ecr the parts of an address in ECR; empty for a registry of this machine
 */
public record RepositoryUri(String address, Optional<Ecr> ecr) {

    private static final String NAME =
            "([a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*)";
    private static final Pattern IN_ECR =
            Pattern.compile("(\\d{12})\\.dkr[.-]ecr(?:-fips)?\\.([a-z0-9-]+)\\.[a-z0-9.-]+/" + NAME);
    private static final Pattern LOCAL = Pattern.compile(
            "(?:localhost|127\\.0\\.0\\.1|[a-z0-9.-]+\\.localhost(?:\\.localstack\\.cloud)?)(?::\\d+)?/" + NAME);

    /**
     * A repository in ECR.
     *
     * @param account twelve digits, its owner
     * @param name without the host
     */
    public record Ecr(String account, String region, String name) {}

    /** @return empty if it is neither in ECR nor of this machine */
    public static Optional<RepositoryUri> parse(String written) {
        Matcher inEcr = IN_ECR.matcher(written);
        if (LOCAL.matcher(written).matches()) {
            return Optional.of(new RepositoryUri(written, Optional.empty()));
        }
        return inEcr.matches()
                ? Optional.of(new RepositoryUri(
                        written, Optional.of(new Ecr(inEcr.group(1), inEcr.group(2), inEcr.group(3)))))
                : Optional.empty();
    }
}
