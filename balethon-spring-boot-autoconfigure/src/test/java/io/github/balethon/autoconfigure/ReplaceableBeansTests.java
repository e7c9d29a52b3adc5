package io.github.balethon.autoconfigure;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the beans that {@code docs/configuration.md} declares replaceable with the
 * conditions of the auto-configuration.
 */
class ReplaceableBeansTests {

	@ParameterizedTest
	@MethodSource("documented")
	void documentedBeanCanBeReplaced(String bean) {
		assertThat(replaceable()).containsKey(bean);
		Class<?> type = replaceable().get(bean);
		assertThat(Modifier.isPublic(type.getModifiers())).as("public").isTrue();
		assertThat(Modifier.isFinal(type.getModifiers())).as("final").isFalse();
	}

	@Test
	void everyReplaceableInterfaceIsDocumented() {
		assertThat(replaceable().entrySet()).filteredOn((bean) -> bean.getValue().isInterface())
			.allSatisfy((bean) -> assertThat(documented()).contains(bean.getKey()));
	}

	private static List<String> documented() {
		String page = new DocumentationPage("configuration.md").text();
		String table = page.substring(page.indexOf("| Bean | Replaces |"), page.indexOf("`Dispatcher` and"));
		return Pattern.compile("^\\| `(\\w+)`", Pattern.MULTILINE)
			.matcher(table)
			.results()
			.map((row) -> row.group(1))
			.toList();
	}

	private static Map<String, Class<?>> replaceable() {
		Map<String, Class<?>> beans = new HashMap<>();
		for (Class<?> configuration : configurations()) {
			add(beans, configuration, null);
			for (Method method : configuration.getDeclaredMethods()) {
				add(beans, method, method.getReturnType());
			}
		}
		return beans;
	}

	private static void add(Map<String, Class<?>> beans, AnnotatedElement element, @Nullable Class<?> returned) {
		ConditionalOnMissingBean condition = element.getAnnotation(ConditionalOnMissingBean.class);
		if (condition == null) {
			return;
		}
		for (Class<?> type : condition.value()) {
			beans.put(type.getSimpleName(), type);
		}
		for (String name : condition.name()) {
			beans.put(name, (returned != null) ? returned : Object.class);
		}
		if (condition.value().length + condition.name().length == 0 && returned != null) {
			beans.put(returned.getSimpleName(), returned);
		}
	}

	private static List<Class<?>> configurations() {
		List<Class<?>> configurations = new ArrayList<>();
		for (String name : ImportCandidates.load(AutoConfiguration.class, null)) {
			if (name.startsWith(ClassUtils.getPackageName(BaleProperties.class) + ".")) {
				Class<?> configuration = ClassUtils.resolveClassName(name, null);
				configurations.add(configuration);
				Stream.of(configuration.getDeclaredClasses()).forEach(configurations::add);
			}
		}
		return configurations;
	}

}
