package io.github.balethon.method;

import java.util.Comparator;
import java.util.List;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The records of the package of methods.
 */
public final class MethodTypes {

	private MethodTypes() {
	}

	/**
	 * Finds the records that are requests, by scanning the class path.
	 * @return the types, sorted by name
	 */
	public static List<Class<?>> all() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(BaleMethod.class));
		return scanner.findCandidateComponents(BaleMethod.class.getPackageName())
			.stream()
			.map(BeanDefinition::getBeanClassName)
			.<Class<?>>map((name) -> ClassUtils.resolveClassName(name, null))
			.filter((type) -> type.isRecord() && type.getPackage() == BaleMethod.class.getPackage())
			.sorted(Comparator.comparing(Class::getName))
			.toList();
	}

}
