package io.github.balethon.client;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Calls over HTTPS, as Bale requires: no other test would notice that a library for it is
 * missing.
 */
@Timeout(60)
class HttpsTests {

	private static final char[] PASSWORD = "changeit".toCharArray();

	@TempDir
	private Path folder;

	@ParameterizedTest
	@EnumSource
	void untrustedCertificateIsRejected(HttpPath path) throws Exception {
		HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
		server.start();
		try (BaleClient bale = path
			.apply(BaleClient.builder(BaleConnection
				.of(URI.create("https://localhost:" + server.getAddress().getPort()), BotToken.of("1:test"))))
			.build()) {
			assertThatExceptionOfType(BaleTransportException.class)
				.isThrownBy(() -> bale.getMe().block(Duration.ofSeconds(20)))
				.withMessageContaining("certification path")
				.satisfies((ex) -> assertThat(ex.isSent()).isFalse());
		}
		finally {
			server.stop(0);
		}
	}

	private SSLContext selfSigned() throws Exception {
		Path file = this.folder.resolve("server.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-keyalg", "EC", "-alias", "server", "-dname", "CN=localhost", "-storetype", "PKCS12",
				"-keystore", file.toString(), "-storepass", new String(PASSWORD))
			.inheritIO()
			.start();
		assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream content = Files.newInputStream(file)) {
			keys.load(content, PASSWORD);
		}
		KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(keys, PASSWORD);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), null, null);
		return context;
	}

}
