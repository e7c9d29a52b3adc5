package io.github.balethon.handler.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.conversation.ConversationStates;
import io.github.balethon.handler.BaleArgumentResolver;
import io.github.balethon.handler.BaleCondition;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleReturnValueHandler;
import io.github.balethon.handler.BaleUpdateInterceptor;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.handler.UnhandledUpdateEvent;
import io.github.balethon.model.Spaces;
import io.github.balethon.model.UpdateKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.support.DefaultFormattingConversionService;

/**
 * Registry of all handlers. Handlers are detected and logged after all singletons have
 * been instantiated. Invalid handlers fail the startup.
 *
 * @since 0.1.0
 */
public final class HandlerRegistry implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(HandlerRegistry.class);

	private final ConfigurableListableBeanFactory beanFactory;

	// The username may be set later.
	private volatile HandlerSettings settings;

	private final ApplicationEventPublisher events;

	private final HandlerTable table = new HandlerTable();

	private final Map<String, HandlerTable> tablesOfStates = new HashMap<>();

	private ExceptionHandlers exceptionHandlers = new ExceptionHandlers();

	private List<BaleUpdateInterceptor> interceptors = List.of();

	// Used only if a handler has a state, and set by then.
	private ConversationStates states = (key) -> null;

	private int size;

	/**
	 * Creates a registry, which is empty until the beans are instantiated.
	 * @param beanFactory the bean factory
	 * @param settings the settings of the selection
	 * @param events the publisher of {@link UnhandledUpdateEvent}
	 */
	public HandlerRegistry(ConfigurableListableBeanFactory beanFactory, HandlerSettings settings,
			ApplicationEventPublisher events) {
		this.beanFactory = beanFactory;
		this.settings = settings;
		this.events = events;
	}

	@Override
	public void afterSingletonsInstantiated() {
		HandlerDetector detector = new HandlerDetector(this.beanFactory, methodFactory());
		detector.detect();
		detector.handlers().forEach(this::register);
		check();
		this.exceptionHandlers = detector.exceptionHandlers();
		this.interceptors = beans(BaleUpdateInterceptor.class);
		this.size = detector.handlers().size();
		logger.info("{}", describe(detector.handlers()));
	}

	private HandlerMethodFactory methodFactory() {
		TextNormalizer normalizer = this.settings.normalizer();
		NamedConditions named = new NamedConditions(this.beanFactory.getBeansOfType(BaleCondition.class));
		HandlerConditions conditions = new HandlerConditions(normalizer, named, new SpelConditions(this.beanFactory),
				(text) -> this.beanFactory.resolveEmbeddedValue(text));
		ConversionService conversion = this.beanFactory.getConversionService();
		HandlerParameters parameters = new HandlerParameters(beans(BaleArgumentResolver.class),
				(conversion != null) ? conversion : new DefaultFormattingConversionService());
		return new HandlerMethodFactory(conditions, parameters, new ReturnValues(beans(BaleReturnValueHandler.class)),
				this.beanFactory.getBeanClassLoader());
	}

	private <T> List<T> beans(Class<T> type) {
		return this.beanFactory.getBeanProvider(type).orderedStream().toList();
	}

	private void register(RegisteredHandler handler) {
		Set<String> wanted = handler.condition().states();
		if (wanted.isEmpty()) {
			this.table.add(handler);
			return;
		}
		ConversationStates known = this.beanFactory.getBeanProvider(ConversationStates.class).getIfAvailable();
		if (known == null) {
			throw new InvalidHandlerException(
					"Handler %s has the state %s, but there is no bean that provides states of conversations."
						.formatted(handler, wanted),
					"Declare a bean of type " + ConversationStates.class.getName() + ".");
		}
		this.states = known;
		wanted.forEach(
				(state) -> this.tablesOfStates.computeIfAbsent(state, (absent) -> new HandlerTable()).add(handler));
	}

	private void check() {
		AmbiguityChecks checks = new AmbiguityChecks();
		checks.check(this.table);
		this.tablesOfStates.values().forEach(checks::check);
		checks.requireEveryHandlerReachable();
	}

	private static String describe(List<RegisteredHandler> handlers) {
		if (handlers.isEmpty()) {
			return "No handlers";
		}
		StringBuilder table = new StringBuilder((handlers.size() == 1) ? "1 handler:" : handlers.size() + " handlers:");
		for (RegisteredHandler handler : handlers.stream()
			.sorted(Comparator.comparing(RegisteredHandler::toString))
			.toList()) {
			table.append(System.lineSeparator())
				.append("  ")
				.append(handler.condition())
				.append(" -> ")
				.append(handler);
		}
		return table.toString();
	}

	/**
	 * Whether the application has no handler, so that it needs no updates.
	 * @return {@code true} if there is no handler
	 */
	public boolean isEmpty() {
		return this.size == 0;
	}

	/**
	 * Whether commands for other bots, such as {@code /start@other_bot}, are handled like
	 * those for this bot, as its username is not known yet.
	 * @return {@code true} until the username is configured or set
	 */
	public boolean isUsernameMissing() {
		return this.settings.username() == null;
	}

	/**
	 * Sets the username of the bot, as far as none is configured.
	 * @param username the username, with or without the at sign
	 */
	public void setUsername(String username) {
		if (isUsernameMissing()) {
			this.settings = this.settings.withUsername(username);
		}
	}

	/**
	 * Creates the handling of an update. No handler is invoked yet.
	 * @param context the context of the update
	 * @return the handling
	 */
	public UpdateHandling handle(BaleContext context) {
		return new UpdateHandling(context, () -> search(context), this.exceptionHandlers, this.interceptors,
				() -> unhandled(context));
	}

	private HandlerSearch search(BaleContext context) {
		boolean callback = context.kind() == UpdateKind.CALLBACK_QUERY;
		String written = context.text();
		HandlerSettings current = this.settings;
		TextNormalizer normalizer = current.normalizer();
		// Callback data is not typed by a user.
		SearchText text = SearchText.of((written == null || callback) ? written : Spaces.stripMarks(written),
				normalizer);
		CommandLine line = (text != null && !callback)
				? CommandLine.parse(text.written(), current.username(), normalizer) : null;
		return new HandlerSearch(context, text, line, this.table, tableOfState(context));
	}

	private @Nullable HandlerTable tableOfState(BaleContext context) {
		if (this.tablesOfStates.isEmpty()) {
			return null;
		}
		ConversationKey key = context.conversationKey();
		String state = (key != null) ? this.states.current(key) : null;
		return (state != null) ? this.tablesOfStates.get(state) : null;
	}

	private void unhandled(BaleContext context) {
		if (logger.isDebugEnabled()) {
			logger.debug("No handler matches update {}. This handler would:{}{}", context.update().updateId(),
					System.lineSeparator(), HandlerSuggestion.of(context));
		}
		this.events.publishEvent(new UnhandledUpdateEvent(this, context.update()));
	}

}
