package io.github.balethon.autoconfigure;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.annotation.Order;

/**
 * {@link WebClientCustomizer} beans of the application, in their order. Those that Boot
 * defines itself do not apply to calls to Bale and are not created: the client replaces
 * their connector and codecs, and observes each call as {@code bale.client} already.
 */
final class ApplicationWebClientCustomizers {

	// By name, as all but their names is lost in a native image.
	private static final Set<String> OF_BOOT = Set.of("exchangeStrategiesCustomizer", "observationWebClientCustomizer",
			"webClientHttpConnectorCustomizer");

	private ApplicationWebClientCustomizers() {
	}

	static List<WebClientCustomizer> of(ListableBeanFactory beans) {
		Map<Object, Object> declaredOrders = new IdentityHashMap<>();
		List<WebClientCustomizer> customizers = Arrays.stream(beans.getBeanNamesForType(WebClientCustomizer.class))
			.filter((name) -> !OF_BOOT.contains(name))
			.map((name) -> {
				WebClientCustomizer customizer = beans.getBean(name, WebClientCustomizer.class);
				Order order = beans.findAnnotationOnBean(name, Order.class);
				if (order != null) {
					declaredOrders.put(customizer, (Ordered) order::value);
				}
				return customizer;
			})
			.toList();
		return customizers.stream()
			.sorted(AnnotationAwareOrderComparator.INSTANCE.withSourceProvider(declaredOrders::get))
			.toList();
	}

}
