package io.github.balethon.test;

import java.io.IOException;
import java.util.Set;

import io.github.balethon.access.BaleAccessDecider;
import io.github.balethon.annotation.BaleAdvice;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.autoconfigure.BaleClientBuilderCustomizer;
import io.github.balethon.callback.CallbackDataStore;
import io.github.balethon.client.BaleClientInterceptor;
import io.github.balethon.handler.BaleArgumentResolver;
import io.github.balethon.handler.BaleCondition;
import io.github.balethon.handler.BaleLocaleResolver;
import io.github.balethon.handler.BaleReturnValueHandler;
import io.github.balethon.handler.BaleUpdateInterceptor;
import io.github.balethon.handler.BaleUpdateResumer;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * {@link TypeExcludeFilter} for {@link BaleTest @BaleTest}.
 */
final class BaleTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<BaleTest> {

	private static final Set<Class<?>> EXTENSION_POINTS = Set.of(BaleAdvice.class, BaleAccessDecider.class,
			BaleArgumentResolver.class, BaleClientBuilderCustomizer.class, BaleClientInterceptor.class,
			BaleCondition.class, BaleLocaleResolver.class, BaleReturnValueHandler.class, BaleUpdateInterceptor.class,
			BaleUpdateResumer.class, CallbackDataStore.class, Converter.class, GenericConverter.class);

	private final Set<Class<?>> bots;

	private int hash;

	BaleTypeExcludeFilter(Class<?> testClass) {
		super(testClass);
		this.bots = Set.of(getAnnotation().getValue("bots", Class[].class).orElseGet(() -> new Class<?>[0]));
	}

	@Override
	protected Set<Class<?>> getKnownIncludes() {
		return EXTENSION_POINTS;
	}

	@Override
	protected Set<Class<?>> getComponentIncludes() {
		return this.bots;
	}

	@Override
	protected boolean defaultInclude(MetadataReader metadataReader, MetadataReaderFactory metadataReaderFactory)
			throws IOException {
		return super.defaultInclude(metadataReader, metadataReaderFactory) || (this.bots.isEmpty()
				&& metadataReader.getAnnotationMetadata().hasAnnotatedMethods(BaleHandler.class.getName()));
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return super.equals(other);
	}

	// The context cache computes it for each test; that of Spring Boot reads files.
	@Override
	public int hashCode() {
		if (this.hash == 0) {
			this.hash = super.hashCode();
		}
		return this.hash;
	}

}
