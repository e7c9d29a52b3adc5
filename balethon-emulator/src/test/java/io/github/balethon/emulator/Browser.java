package io.github.balethon.emulator;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.util.FileSystemUtils;

/**
 * A real Chromium, driven by the program that is installed beside it. Nothing is looked
 * for in a network; where one of the two is missing the tests are skipped.
 */
final class Browser implements AutoCloseable {

	private static final File CHROMIUM = new File(System.getProperty("test.chromium", "/usr/bin/chromium"));

	private static final File DRIVER = new File(System.getProperty("test.chromedriver", "/usr/bin/chromedriver"));

	private static final Path SCREENSHOTS = Path.of("target", "screenshots");

	/** Kept, as a logger that nobody holds forgets its level. */
	private static final Logger DRIVER_LOG = Logger.getLogger("org.openqa.selenium");

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Path profile;

	private final ChromeDriver driver;

	private Browser(Path profile, ChromeDriver driver) {
		this.profile = profile;
		this.driver = driver;
	}

	/**
	 * Skips a test. Before each one, as only then it stands in the reports with the
	 * reason.
	 */
	static void assumeInstalled() {
		Assumptions.assumeTrue(isInstalled(), "The browser tests need " + CHROMIUM + " and " + DRIVER
				+ " (Debian packages chromium and chromium-driver).");
	}

	static @Nullable Browser openIfInstalled() {
		return isInstalled() ? open() : null;
	}

	private static boolean isInstalled() {
		return CHROMIUM.canExecute() && DRIVER.canExecute();
	}

	private static Browser open() {
		// It warns that it has no tools for this very version; none of them are used.
		DRIVER_LOG.setLevel(Level.SEVERE);
		try {
			Path profile = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "chromium");
			ChromeOptions options = new ChromeOptions().setBinary(CHROMIUM)
				.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
						"--disable-background-networking", "--disable-component-update", "--disable-sync",
						"--disable-dev-shm-usage", "--lang=en", "--use-fake-device-for-media-stream",
						"--use-fake-ui-for-media-stream",
						"--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
						"--user-data-dir=" + profile.toAbsolutePath());
			ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER)
				.usingAnyFreePort()
				.build();
			return new Browser(profile, new ChromeDriver(service, options));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	ChromeDriver driver() {
		return this.driver;
	}

	void show(BaleEmulator emulator) {
		this.driver.get(emulator.baseUrl() + "/");
		until("the page is connected", () -> !all("#connection[data-state=connected]").isEmpty());
	}

	/**
	 * Delays everything that the page loads or sends.
	 * @param latency the delay of each request
	 */
	void latency(Duration latency) {
		this.driver.executeCdpCommand("Network.enable", Map.of());
		this.driver.executeCdpCommand("Network.emulateNetworkConditions", Map.of("offline", false, "latency",
				latency.toMillis(), "downloadThroughput", -1, "uploadThroughput", -1));
	}

	void size(int width, int height) {
		this.driver.manage().window().setSize(new Dimension(width, height));
	}

	WebElement one(String css) {
		return until("there is " + css, () -> {
			List<WebElement> found = all(css).stream().filter(WebElement::isDisplayed).toList();
			return found.isEmpty() ? null : found.get(0);
		});
	}

	List<WebElement> all(String css) {
		return this.driver.findElements(By.cssSelector(css));
	}

	void untilGone(String css) {
		until("there is no " + css, () -> all(css).stream().noneMatch(WebElement::isDisplayed));
	}

	void untilText(String css, String text) {
		until(css + " says " + text, () -> all(css).stream().anyMatch((found) -> found.getText().contains(text)));
	}

	void click(String css) {
		until("a click on " + css, () -> {
			WebElement element = one(css);
			if (!isStill(element)) {
				return null;
			}
			element.click();
			return true;
		});
	}

	// A click on an element that moves, as the log scrolls or a message grows, hits what
	// is there afterwards.
	private boolean isStill(WebElement element) {
		return Boolean.TRUE.equals(this.driver.executeAsyncScript("""
				const [element, done] = arguments;
				const place = () => {
					const { left, top, width, height } = element.getBoundingClientRect();
					return [left, top, width, height].join();
				};
				const before = place();
				requestAnimationFrame(() => requestAnimationFrame(() => done(place() === before)));
				""", element));
	}

	/**
	 * Presses keys wherever the focus is.
	 * @param keys the keys
	 */
	void type(CharSequence... keys) {
		this.driver.switchTo().activeElement().sendKeys(keys);
	}

	void write(long personId, String text) {
		one("#pane-" + personId + " textarea").sendKeys(text, Keys.ENTER);
	}

	/**
	 * Presses the Tab key until an element has the focus.
	 * @param css the element
	 */
	void tabTo(String css) {
		for (int i = 0; i < 40; i++) {
			type(Keys.TAB);
			if (is(":focus")) {
				WebElement focused = this.driver.switchTo().activeElement();
				if (all(css).contains(focused)) {
					return;
				}
			}
		}
		throw new AssertionError("The Tab key does not lead to " + css + ".");
	}

	boolean is(String css) {
		return !all(css).isEmpty();
	}

	<T> T until(String what, Supplier<T> look) {
		return new WebDriverWait(this.driver, PATIENCE, Duration.ofMillis(40)).withMessage(() -> "Waited until " + what)
			.ignoring(NoSuchElementException.class)
			.ignoring(StaleElementReferenceException.class)
			.until((any) -> look.get());
	}

	Object script(String script, Object... arguments) {
		return this.driver.executeScript(script, arguments);
	}

	/**
	 * What axe-core finds wrong, if it is serious.
	 * @return the violations, one each line
	 */
	@SuppressWarnings("unchecked")
	List<String> seriousViolations() {
		try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
			script(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return (List<String>) this.driver.executeAsyncScript("""
				const done = arguments[0];
				const serious = (found) => ['serious', 'critical'].includes(found.impact);
				axe.run({ resultTypes: ['violations'] }).then((results) => done(results.violations.filter(serious)
					.map((found) => `${found.id}: ${found.nodes.map((node) => node.failureSummary
						+ node.html).join('; ')}`)), (error) => done([String(error)]));""");
	}

	void screenshot(String name) {
		try {
			Files.createDirectories(SCREENSHOTS);
			Files.write(SCREENSHOTS.resolve(name + ".png"), this.driver.getScreenshotAs(OutputType.BYTES));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.driver.quit();
		FileSystemUtils.deleteRecursively(this.profile.toFile());
	}

}
