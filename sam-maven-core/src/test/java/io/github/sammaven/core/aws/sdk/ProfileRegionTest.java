package io.github.sammaven.core.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileRegionTest {

    private static final String CONFIG_FILE = "aws.configFile";

    @AfterEach
    void clear() {
        System.clearProperty(CONFIG_FILE);
    }

    @Test
    void regionIsThatOfTheProfile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("config"), "[profile dev]\nregion = eu-west-3\n[profile bare]\n");
        System.setProperty(CONFIG_FILE, file.toString());

        assertThat(ProfileRegion.of(Optional.of("dev"))).contains("eu-west-3");
        assertThat(ProfileRegion.of(Optional.of("bare"))).isEmpty();
        assertThat(ProfileRegion.of(Optional.of("absent"))).isEmpty();
    }
}
