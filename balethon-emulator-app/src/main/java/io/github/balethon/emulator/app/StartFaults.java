package io.github.balethon.emulator.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The faults of a file, which are injected through the control API, so that their fields
 * are the same.
 */
final class StartFaults {

	private final JsonMapper json = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newHttpClient();

	private final Path file;

	private final JsonNode faults;

	/**
	 * Reads the faults.
	 * @param file a JSON list
	 * @throws UsageException if the file cannot be read
	 */
	StartFaults(Path file) {
		this.file = file;
		this.faults = read();
	}

	/**
	 * Injects the faults into the calls of a bot.
	 * @param bot the address of the bot's chat page
	 * @throws UsageException if a fault is invalid
	 */
	void inject(URI bot) {
		int number = 0;
		for (JsonNode fault : this.faults) {
			number++;
			HttpResponse<String> response = post(bot.resolve("emulator/faults"), fault);
			if (response.statusCode() != 200) {
				String error = this.json.readTree(response.body()).path("error").asString("");
				throw new UsageException("The fault " + number + " in " + this.file + " is invalid: " + error);
			}
		}
	}

	private JsonNode read() {
		try {
			JsonNode tree = this.json.readTree(Files.readAllBytes(this.file));
			if (tree.isArray()) {
				return tree;
			}
			throw new UsageException("The file " + this.file + " must contain a JSON list of faults, for example "
					+ "[{\"method\":\"sendMessage\",\"kind\":\"status\",\"code\":502,\"times\":2}].");
		}
		catch (JacksonException ex) {
			throw new UsageException("The file " + this.file + " is not valid JSON: " + ex.getOriginalMessage());
		}
		catch (IOException ex) {
			throw new UsageException("The file " + this.file + " cannot be read: " + ex.getMessage());
		}
	}

	private HttpResponse<String> post(URI address, JsonNode body) {
		try {
			return this.http.send(HttpRequest.newBuilder(address)
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString(body.toString()))
				.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UsageException("The emulator cannot be reached at " + address + ": " + ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new UsageException("Interrupted while injecting the faults of " + this.file + ".");
		}
	}

}
