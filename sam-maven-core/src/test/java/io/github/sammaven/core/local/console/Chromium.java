package io.github.sammaven.core.local.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real browser without a screen. */
final class Chromium {

    static final Dimension WINDOW = new Dimension(1280, 900);

    private static final List<Path> DRIVERS =
            List.of(Path.of("/usr/bin/chromedriver"), Path.of("/usr/local/bin/chromedriver"));

    private Chromium() {}

    /** Empty where Chromium's driver is not installed. */
    static Optional<ChromeDriver> open() {
        return DRIVERS.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .map(driver -> new ChromeDriver(
                        new ChromeDriverService.Builder()
                                .usingDriverExecutable(driver.toFile())
                                .build(),
                        new ChromeOptions()
                                .addArguments(
                                        "--headless=new",
                                        "--no-sandbox",
                                        "--disable-dev-shm-usage",
                                        "--hide-scrollbars",
                                        "--window-size=" + WINDOW.getWidth() + "," + WINDOW.getHeight())));
    }
}
