package io.github.sammaven.core.local.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;

/** Takes the picture of a console page as it is in the documentation: {@code http://127.0.0.1:3999/_sam docs/console.png}. */
public final class ConsolePicture {

    private ConsolePicture() {}

    /** @param arguments where the page is, the file, and how many pixels high the picture is */
    public static void main(String[] arguments) throws IOException {
        ChromeDriver browser =
                Chromium.open().orElseThrow(() -> new IllegalStateException("no chromedriver on this machine"));
        try {
            browser.manage()
                    .window()
                    .setSize(new Dimension(Chromium.WINDOW.getWidth(), Integer.parseInt(arguments[2])));
            browser.get(arguments[0]);
            Files.write(Path.of(arguments[1]), browser.getScreenshotAs(OutputType.BYTES));
        } finally {
            browser.quit();
        }
    }
}
