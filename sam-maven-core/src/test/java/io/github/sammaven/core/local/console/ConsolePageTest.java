package io.github.sammaven.core.local.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sammaven.core.local.invoke.ScriptedRunner;
import io.github.sammaven.core.local.journal.Requests;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page in a real browser. Skipped where Chromium and its driver are not installed. */
@Timeout(120)
class ConsolePageTest {

    private static Optional<ChromeDriver> shared = Optional.empty();

    @TempDir
    private Path folder;

    private ConsoleUnderTest console;
    private ChromeDriver browser;

    @BeforeAll
    static void openBrowser() {
        shared = Chromium.open();
        assumeTrue(shared.isPresent(), "no chromedriver here: the console page is not tried in a browser");
    }

    @AfterAll
    static void closeBrowser() {
        shared.ifPresent(ChromeDriver::quit);
    }

    @BeforeEach
    void start() {
        browser = shared.orElseThrow();
        console = new ConsoleUnderTest(
                new ScriptedRunner((environment, invocation) -> {
                    environment.log.line("called");
                    return invocation.payload();
                }),
                folder);
    }

    @AfterEach
    void stop() {
        console.close();
    }

    private WebDriverWait patiently() {
        return new WebDriverWait(browser, Duration.ofSeconds(20));
    }

    private void press(CharSequence... keys) {
        browser.switchTo().activeElement().sendKeys(keys);
    }

    /** Goes from one thing to the next as a person without a mouse does. */
    private void tabTo(By wanted) {
        WebElement target = browser.findElement(wanted);
        for (int i = 0; i < 60 && !browser.switchTo().activeElement().equals(target); i++) {
            press(Keys.TAB);
        }
        assertThat(browser.switchTo().activeElement()).isEqualTo(target);
    }

    @Test
    void functionIsInvokedAndItsCallReplayedWithTheKeyboardOnly() {
        browser.get(console.server.url());
        tabTo(By.cssSelector("a[href$='function=Hello']"));
        press(Keys.ENTER);
        patiently().until(ExpectedConditions.urlContains("/_sam/invoke"));
        tabTo(By.id("text"));
        press(Keys.chord(Keys.CONTROL, "a"), "{\"n\": 1}");
        tabTo(By.xpath("//form[@method='post']//button"));
        press(Keys.ENTER);
        patiently().until(ExpectedConditions.urlContains("/_sam/requests/"));
        assertThat(browser.findElement(By.tagName("main")).getText()).contains("\"n\" : 1", "called", "INVOKE Hello");
        String first = browser.getCurrentUrl();
        tabTo(By.xpath("//button[text()='Replay']"));
        press(Keys.ENTER);
        patiently()
                .until(ExpectedConditions.and(
                        ExpectedConditions.urlContains("/_sam/requests/"),
                        ExpectedConditions.not(ExpectedConditions.urlToBe(first))));
        assertThat(console.requests.newestFirst()).hasSize(2);
    }

    @Test
    void newRequestsAppearWithoutLoadingThePage() {
        browser.get(console.server.url());
        assertThat(browser.findElement(By.id("list")).getText()).contains("None yet");
        console.requests.add(Requests.refused("a2"));
        patiently().until(ExpectedConditions.textToBePresentInElementLocated(By.id("list"), "GET /nowhere"));
        console.requests.add(Requests.answered("a1", "{}", "{}"));
        patiently().until(ExpectedConditions.textToBePresentInElementLocated(By.id("list"), "GET /hello?x=<1>"));
    }

    @Test
    void endOfTheServerIsTold() {
        browser.get(console.server.url());
        console.close();
        patiently().until(ExpectedConditions.textToBePresentInElementLocated(By.id("list"), "The server has stopped."));
    }

    @Test
    void nothingIsLoadedFromElsewhereAndNothingIsRefusedByThePolicy() {
        console.requests.add(Requests.answered("a1", "{}", "{}"));
        for (String page : List.of("", "/requests/a1", "/invoke")) {
            browser.get(console.server.url() + page);
            Object loaded = browser.executeScript(
                    "return performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith(location.origin) && !n.startsWith('data:'))");
            assertThat((List<?>) loaded).isEmpty();
            assertThat(browser.findElement(By.tagName("header")).getCssValue("display"))
                    .isEqualTo("flex");
        }
        assertThat(browser.manage().logs().get("browser").getAll()).isEmpty();
    }

    @Test
    void wordsStayWholeInANarrowWindow() {
        console.requests.add(Requests.refused("a2"));
        browser.manage().window().setSize(new Dimension(500, 900));
        browser.get(console.server.url());
        Object lines = browser.executeScript(
                "return Array.from(document.querySelectorAll('#list th')).map(e => e.getClientRects()[0].height)");
        Object overflow = browser.executeScript(
                "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
        browser.manage().window().setSize(Chromium.WINDOW);
        assertThat((List<?>) lines)
                .allSatisfy(height -> assertThat(((Number) height).intValue()).isLessThan(60));
        assertThat(overflow).isEqualTo(false);
    }

    @Test
    void requestFitsANarrowWindow() {
        console.requests.add(Requests.answered("a1", "{\"long\": \"" + "x".repeat(3000) + "\"}", "{}"));
        browser.manage().window().setSize(new Dimension(500, 900));
        browser.get(console.server.url() + "/requests/a1");
        // The window takes its new size a little after it was told to.
        patiently().until(page -> browser.executeScript(
                        "return document.documentElement.scrollWidth > document.documentElement.clientWidth")
                .equals(false));
        browser.manage().window().setSize(Chromium.WINDOW);
    }
}
