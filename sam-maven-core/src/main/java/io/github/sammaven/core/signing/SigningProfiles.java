package io.github.sammaven.core.signing;

import io.github.sammaven.core.aws.SigningProfile;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is signed with what: functions and layers by id.
 *
 * @param byResource profile by the id of the function or layer
 */
public record SigningProfiles(Map<String, SigningProfile> byResource) {

    /** AWS Signer API, profile name and owner; an owner is an account. */
    private static final Pattern PROFILE = Pattern.compile("([a-zA-Z0-9_]{2,64})(?::(\\d{12}))?");

    public SigningProfiles {
        byResource = Map.copyOf(byResource);
    }

    /**
     * @param profiles {@code Profile[:OwnerAccount]} by the id of the function or layer
     * @throws InvalidOptionException with all that is wrong
     */
    public static SigningProfiles of(Map<String, String> profiles) {
        List<Problem> problems = new ArrayList<>();
        Map<String, SigningProfile> byResource = new LinkedHashMap<>();
        profiles.forEach((id, value) -> {
            Matcher parts = PROFILE.matcher(value);
            if (parts.matches()) {
                byResource.put(id, new SigningProfile(parts.group(1), Optional.ofNullable(parts.group(2))));
            } else {
                problems.add(malformed(id + "=" + value));
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidOptionException(problems);
        }
        return new SigningProfiles(byResource);
    }

    public Optional<SigningProfile> of(String resourceId) {
        return Optional.ofNullable(byResource.get(resourceId));
    }

    /**
     * A profile for something that is not there signs nothing, which is worse than none.
     *
     * @param resources ids of the functions and layers that can be signed
     * @throws InvalidOptionException with every id that is not among them
     */
    public void checkAgainst(Set<String> resources) {
        List<Problem> problems = byResource.keySet().stream()
                .filter(id -> !resources.contains(id))
                .sorted()
                .map(id -> error(
                        "a signing profile is given for '" + id + "', which is no function or layer with an archive",
                        resources.isEmpty()
                                ? ""
                                : "there are: "
                                        + String.join(
                                                ", ",
                                                resources.stream().sorted().toList())))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidOptionException(problems);
        }
    }

    private static Problem malformed(String pair) {
        return error(
                "'" + pair + "' is no signing profile",
                "write Name=Profile or Name=Profile:OwnerAccount, separated by spaces");
    }

    private static Problem error(String message, String suggestion) {
        return Problem.error(SourceMark.NONE, message, suggestion);
    }
}
