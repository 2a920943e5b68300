package io.github.sammaven.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sammaven.core.aws.SigningProfile;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SigningProfilesTest {

    @Test
    void readsProfilesWithAndWithoutAnOwner() {
        SigningProfiles profiles = SigningProfiles.of(Map.of("Orders", "Release", "Shared", "Team_2:123456789012"));

        assertThat(profiles.of("Orders")).contains(new SigningProfile("Release", Optional.empty()));
        assertThat(profiles.of("Shared")).contains(new SigningProfile("Team_2", Optional.of("123456789012")));
        assertThat(profiles.of("Other")).isEmpty();
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> SigningProfiles.of(Map.of("Orders", "", "A", "x", "B", "Release:12", "C", "One")))
                .satisfies(failure -> assertThat(failure.problems())
                        .extracting(problem -> problem.message())
                        .containsExactlyInAnyOrder(
                                "'Orders=' is no signing profile",
                                "'A=x' is no signing profile",
                                "'B=Release:12' is no signing profile"));
    }

    @Test
    void refusesAProfileForSomethingThatIsNotThere() {
        SigningProfiles profiles = SigningProfiles.of(Map.of("Orders", "Release", "Oders", "Release"));

        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> profiles.checkAgainst(Set.of("Orders", "Shared")))
                .withMessageContaining("'Oders'")
                .withMessageContaining("there are: Orders, Shared");
    }

    @Test
    void putsTheSignedArchiveBesideTheOther() {
        assertThat(ArchiveSigner.destinationPrefix("a/b/0a1b.zip")).isEqualTo("a/b/signed_");
        assertThat(ArchiveSigner.destinationPrefix("0a1b.zip")).isEqualTo("signed_");
    }
}
