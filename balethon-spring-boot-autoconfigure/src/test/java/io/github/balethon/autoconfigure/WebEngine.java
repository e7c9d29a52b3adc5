package io.github.balethon.autoconfigure;

import org.springframework.boot.WebApplicationType;

/**
 * Web servers that a webhook is tested on.
 */
enum WebEngine {

	TOMCAT(WebApplicationType.SERVLET, "jetty.autoconfigure.servlet.JettyServlet"),
	JETTY(WebApplicationType.SERVLET, "tomcat.autoconfigure.servlet.TomcatServlet"), NETTY(WebApplicationType.REACTIVE,
			"jetty.autoconfigure.reactive.JettyReactive", "tomcat.autoconfigure.reactive.TomcatReactive");

	private final WebApplicationType type;

	private final String[] excluded;

	WebEngine(WebApplicationType type, String... excluded) {
		this.type = type;
		this.excluded = excluded;
	}

	WebApplicationType type() {
		return this.type;
	}

	String exclusions() {
		StringBuilder exclusions = new StringBuilder("spring.autoconfigure.exclude=");
		for (String server : this.excluded) {
			exclusions.append("org.springframework.boot.").append(server).append("WebServerAutoConfiguration,");
		}
		return exclusions.toString();
	}

}
