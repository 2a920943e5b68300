package io.github.sammaven.core.aws.sdk;

import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;

/** The region the AWS configuration files name. */
public final class ProfileRegion {

    private ProfileRegion() {}

    /**
     * @param profile its name; if empty, that of {@code AWS_PROFILE}, else {@code default}
     * @return empty if the profile has none or is not there
     */
    public static Optional<String> of(Optional<String> profile) {
        String name = profile.orElseGet(ProfileFileSystemSetting.AWS_PROFILE::getStringValueOrThrow);
        try {
            return Optional.ofNullable(new AwsProfileRegionProvider(ProfileFile::defaultProfileFile, name).getRegion())
                    .map(Region::id);
        } catch (SdkClientException notGiven) {
            return Optional.empty();
        }
    }
}
