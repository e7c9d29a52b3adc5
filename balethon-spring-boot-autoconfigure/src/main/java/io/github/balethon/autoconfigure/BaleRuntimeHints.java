package io.github.balethon.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.SpringProxy;
import org.springframework.aop.framework.Advised;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.core.DecoratingProxy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.ClassMetadata;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Runtime hints for the JSON types of Bale, the proxy of the workers and the schema
 * scripts of the inbox and the messages.
 */
final class BaleRuntimeHints implements RuntimeHintsRegistrar {

	private static final String WORKER = "io.github.balethon.dispatch.Workers$Worker";

	private static final MemberCategory[] MEMBERS = { MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
			MemberCategory.INVOKE_DECLARED_METHODS, MemberCategory.ACCESS_DECLARED_FIELDS };

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver(classLoader);
		MetadataReaderFactory classes = new CachingMetadataReaderFactory(resources);
		try {
			for (String part : new String[] { "model", "method" }) {
				for (Resource file : resources.getResources("classpath*:io/github/balethon/" + part + "/*.class")) {
					register(hints, classes.getMetadataReader(file).getClassMetadata());
				}
			}
			// Of the client only types that are serialized.
			for (Resource file : resources.getResources("classpath*:io/github/balethon/client/*.class")) {
				ClassMetadata type = classes.getMetadataReader(file).getClassMetadata();
				if (Record.class.getName().equals(type.getSuperClassName())) {
					register(hints, type);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		// Parts of conversations that are stored as JSON.
		for (String type : new String[] { "internal.TimeoutOrigin", "redis.StoredVersion" }) {
			hints.reflection().registerType(TypeReference.of("io.github.balethon.conversation." + type), MEMBERS);
		}
		hints.resources().registerPattern("io/github/balethon/conversation/redis/*.lua");
		// The proxy that starts workers with @Async.
		for (String type : new String[] { WORKER, "io.github.balethon.dispatch.Workers$DrainingWorker" }) {
			hints.reflection().registerType(TypeReference.of(type), MemberCategory.INVOKE_DECLARED_METHODS);
		}
		hints.proxies()
			.registerJdkProxy((proxy) -> proxy.proxiedInterfaces(TypeReference.of(WORKER))
				.proxiedInterfaces(SpringProxy.class, Advised.class, DecoratingProxy.class));
		hints.resources().registerResourceBundle("io.github.balethon.messages");
		hints.resources().registerPattern("io/github/balethon/inbox/jdbc/schema-*.sql");
	}

	private static void register(RuntimeHints hints, ClassMetadata type) {
		if (!type.getClassName().endsWith("package-info")) {
			hints.reflection().registerType(TypeReference.of(type.getClassName()), MEMBERS);
		}
	}

}
