package io.github.balethon.autoconfigure;

import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.Objects;

import io.github.balethon.source.WebhookEndpoint;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.web.exchanges.HttpExchange;
import org.springframework.boot.actuate.web.exchanges.HttpExchangeRepository;

/**
 * Masks the key of the webhook in the requests that Actuator records and shows.
 */
final class WebhookExchangesMask implements BeanPostProcessor {

	private final ObjectProvider<WebhookEndpoint> endpoint;

	WebhookExchangesMask(ObjectProvider<WebhookEndpoint> endpoint) {
		this.endpoint = endpoint;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (!(bean instanceof HttpExchangeRepository)) {
			return bean;
		}
		ProxyFactory factory = new ProxyFactory(bean);
		// The application may inject the repository by its class.
		factory.setProxyTargetClass(!Modifier.isFinal(bean.getClass().getModifiers()));
		factory.addAdvice((MethodInterceptor) (call) -> {
			@Nullable Object[] arguments = call.getArguments();
			if (arguments.length == 1 && arguments[0] instanceof HttpExchange exchange) {
				arguments[0] = masked(exchange);
			}
			return call.proceed();
		});
		return factory.getProxy(getClass().getClassLoader());
	}

	private HttpExchange masked(HttpExchange exchange) {
		WebhookEndpoint webhook = this.endpoint.getIfAvailable();
		HttpExchange.Request request = exchange.getRequest();
		if (webhook == null || !request.getUri().toString().contains(webhook.path())) {
			return exchange;
		}
		URI uri = URI.create(webhook.mask(request.getUri().toString()));
		String address = Objects.requireNonNullElse(request.getRemoteAddress(), "");
		return new HttpExchange(exchange.getTimestamp(),
				new HttpExchange.Request(uri, address, request.getMethod(), request.getHeaders()),
				exchange.getResponse(), exchange.getPrincipal(), exchange.getSession(), exchange.getTimeTaken());
	}

}
