package org.ssprprefill.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;

/** One tab, with everything that its page complained of or asked for. */
public final class Tab implements AutoCloseable {

	private static final Map<String, Integer> KEYS = Map.of("Tab", 9, "Enter", 13, "Space", 32);

	private final DevTools devTools;

	private final String target;

	private final String session;

	private final BlockingQueue<String> loaded = new LinkedBlockingQueue<>();

	private final List<String> complaints = new CopyOnWriteArrayList<>();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private Tab(DevTools devTools, String target) {
		this.devTools = devTools;
		this.target = target;
		this.session = devTools.send("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
			.get("sessionId")
			.asString();
		devTools.listen(this::heard);
		List.of("Page", "Runtime", "Log", "Network").forEach((domain) -> command(domain + ".enable", Map.of()));
		size(1280, 900);
	}

	static Tab in(DevTools devTools) {
		JsonNode made = devTools.send("", "Target.createTarget", Map.of("url", "about:blank"));
		return new Tab(devTools, made.get("targetId").asString());
	}

	private void heard(String method, JsonNode event) {
		// What concerns the browser as a whole belongs to no session
		if (!this.session.equals(event.path("sessionId").asString(""))) {
			return;
		}
		JsonNode what = event.get("params");
		switch (method) {
			case "Page.loadEventFired" -> this.loaded.add(method);
			case "Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled" ->
				this.complaints.add(what.toString());
			case "Network.requestWillBeSent" -> this.requests.add(what.at("/request/url").asString());
			default -> {
				// Of no interest
			}
		}
	}

	/** Gives any command of the protocol. */
	public JsonNode command(String method, Map<String, ?> parameters) {
		return this.devTools.send(this.session, method, parameters);
	}

	/** How wide and high the page's window is, in CSS pixels. */
	public Tab size(int width, int height) {
		command("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
		return this;
	}

	/** What the reader's system prefers: {@code light} or {@code dark}. */
	public Tab scheme(String scheme) {
		command("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
		return this;
	}

	/** Reads the page as somebody who allows no scripts. */
	public Tab withoutScripts() {
		command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
		return this;
	}

	/**
	 * Opens a page and waits until it has loaded.
	 * @param file the page
	 * @param place where in it, such as {@code #people}; may be empty
	 */
	public Tab go(Path file, String place) {
		// A mere change of place would not load
		command("Page.navigate", Map.of("url", "about:blank"));
		await();
		this.complaints.clear();
		this.requests.clear();
		command("Page.navigate", Map.of("url", file.toUri() + place));
		await();
		return this;
	}

	private void await() {
		try {
			if (this.loaded.poll(60, TimeUnit.SECONDS) == null) {
				throw new IllegalStateException("The page did not load");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the page loaded", ex);
		}
	}

	/**
	 * What an expression comes to in the page; promises are waited for.
	 * @throws AssertionError if the page throws
	 */
	public JsonNode evaluate(String expression) {
		JsonNode answer = command("Runtime.evaluate",
				Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
		if (answer.has("exceptionDetails")) {
			throw new AssertionError(answer.get("exceptionDetails").toString());
		}
		return answer.get("result").path("value");
	}

	/** The same as text. */
	public String text(String expression) {
		return evaluate(expression).asString();
	}

	/** Presses a key: {@code Tab}, {@code Enter} or {@code Space}. */
	public Tab press(String key) {
		String text = switch (key) {
			case "Enter" -> "\r";
			case "Space" -> " ";
			default -> "";
		};
		Map<String, Object> stroke = Map.of("key", key.equals("Space") ? " " : key, "code", key,
				"windowsVirtualKeyCode", KEYS.get(key), "text", text);
		for (String type : List.of("keyDown", "keyUp")) {
			Map<String, Object> event = new HashMap<>(stroke);
			event.put("type", type);
			command("Input.dispatchKeyEvent", event);
		}
		return this;
	}

	/** Types into what has the focus. */
	public Tab type(String text) {
		command("Input.insertText", Map.of("text", text));
		return this;
	}

	/** A picture of the whole page. */
	public void photograph(Path file) throws IOException {
		JsonNode size = command("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
		Map<String, Object> whole = Map.of("x", 0, "y", 0, "width", size.get("width").asDouble(), "height",
				size.get("height").asDouble(), "scale", 1);
		JsonNode picture = command("Page.captureScreenshot",
				Map.of("format", "png", "captureBeyondViewport", true, "clip", whole));
		Files.createDirectories(file.getParent());
		Files.write(file, Base64.getDecoder().decode(picture.get("data").asString()));
	}

	/** The page as it is printed, in the size that it asks for. */
	public byte[] print() {
		JsonNode pdf = command("Page.printToPDF", Map.of("printBackground", true, "preferCSSPageSize", true));
		return Base64.getDecoder().decode(pdf.get("data").asString());
	}

	/** Everything the page wrote to the console, and every error in it. */
	public List<String> complaints() {
		return List.copyOf(this.complaints);
	}

	/** The addresses of everything that was asked for since the page was opened. */
	public List<String> requests() {
		return List.copyOf(this.requests);
	}

	@Override
	public void close() {
		this.devTools.send("", "Target.closeTarget", Map.of("targetId", this.target));
	}

}
