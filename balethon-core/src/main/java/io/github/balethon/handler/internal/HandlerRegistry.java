package io.github.balethon.handler.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.balethon.conversation.internal.ConversationSession;
import io.github.balethon.conversation.internal.Conversations;
import io.github.balethon.handler.BaleArgumentResolver;
import io.github.balethon.handler.BaleCondition;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleReturnValueHandler;
import io.github.balethon.handler.BaleUpdateInterceptor;
import io.github.balethon.handler.BaleUpdateResumer;
import io.github.balethon.handler.UnhandledUpdateEvent;
import io.github.balethon.model.Message;
import io.github.balethon.model.Spaces;
import io.github.balethon.model.Update;
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

	private final DialogueHandlers dialogues = new DialogueHandlers();

	private ExceptionHandlers exceptionHandlers = new ExceptionHandlers();

	private List<BaleUpdateInterceptor> interceptors = List.of();

	private List<BaleUpdateResumer> resumers = List.of();

	private @Nullable Conversations conversations;

	private boolean conversing;

	private final InterruptCommands interrupts = new InterruptCommands();

	private boolean collecting;

	private List<RegisteredHandler> handlers = List.of();

	private List<HandlerDescription> descriptions = List.of();

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
		this.conversations = this.beanFactory.getBeanProvider(Conversations.class).getIfAvailable();
		HandlerDetector detector = new HandlerDetector(this.beanFactory, methodFactory());
		detector.detect();
		detector.handlers().forEach(this::register);
		detector.handlers().forEach(this.interrupts::add);
		prepareConversations(detector.handlers());
		check();
		new TokenFluxChecks().check(detector.handlers());
		this.exceptionHandlers = detector.exceptionHandlers();
		this.interceptors = beans(BaleUpdateInterceptor.class);
		this.interceptors.forEach((interceptor) -> detector.handlers().forEach(interceptor::validate));
		this.resumers = beans(BaleUpdateResumer.class);
		this.collecting = detector.handlers().stream().anyMatch(RegisteredHandler::takesSeveralMessages);
		this.handlers = detector.handlers().stream().sorted(Comparator.comparing(RegisteredHandler::toString)).toList();
		this.descriptions = this.handlers.stream().map(HandlerDescription::of).toList();
		logger.info("{}", table());
	}

	private HandlerMethodFactory methodFactory() {
		TextNormalizer normalizer = this.settings.normalizer();
		NamedConditions named = new NamedConditions(this.beanFactory.getBeansOfType(BaleCondition.class));
		HandlerConditions conditions = new HandlerConditions(normalizer, named, new SpelConditions(this.beanFactory),
				(text) -> this.beanFactory.resolveEmbeddedValue(text));
		ConversionService conversion = this.beanFactory.getConversionService();
		HandlerParameters parameters = new HandlerParameters(beans(BaleArgumentResolver.class),
				(conversion != null) ? conversion : new DefaultFormattingConversionService(), this.conversations);
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
		if (this.conversations == null) {
			throw ConversationGroups.noStore(handler.toString());
		}
		wanted.forEach(
				(state) -> this.tablesOfStates.computeIfAbsent(state, (absent) -> new HandlerTable()).add(handler));
	}

	private void prepareConversations(List<RegisteredHandler> handlers) {
		if (this.conversations == null) {
			return;
		}
		ConversationGroups groups = new ConversationGroups(this.conversations::data,
				(text) -> this.beanFactory.resolveEmbeddedValue(text));
		handlers.forEach(groups::add);
		handlers.forEach(this.dialogues::add);
		this.conversations.setCatalog(groups.catalog(this.dialogues.states(), this.conversations.ttl()));
		this.conversing = groups.isUsed() || !this.dialogues.isEmpty();
	}

	/**
	 * Returns the conversations that the handlers use.
	 * @return the conversations, or {@code null} if no handler has a state or a
	 * {@code Conversation} parameter
	 */
	public @Nullable Conversations conversations() {
		return this.conversing ? this.conversations : null;
	}

	/**
	 * Whether a handler is an interrupt.
	 * @return {@code true} if there is one
	 */
	public boolean hasInterrupts() {
		return !this.interrupts.isEmpty();
	}

	/**
	 * Whether a handler takes several messages together.
	 * @return {@code true} if there is one
	 */
	public boolean hasCollections() {
		return this.collecting;
	}

	/**
	 * Whether an update is an interrupt: a command that is handled before other updates
	 * of its sender, and cancels the handler that runs for the sender.
	 * @param update the update
	 * @return {@code true} for an interrupt
	 */
	public boolean isInterrupt(Update update) {
		Message message = update.message();
		String text = (message != null && hasInterrupts()) ? message.contentText() : null;
		CommandLine line = (text != null) ? commandLine(text) : null;
		return line != null && this.interrupts.contains(line.command());
	}

	private @Nullable CommandLine commandLine(String text) {
		HandlerSettings current = this.settings;
		return CommandLine.parse(Spaces.stripMarks(text), current.username(), current.normalizer());
	}

	private void check() {
		AmbiguityChecks checks = new AmbiguityChecks();
		checks.check(this.table);
		this.tablesOfStates.values().forEach(checks::check);
		checks.requireEveryHandlerReachable();
	}

	private String table() {
		if (isEmpty()) {
			return "No handlers";
		}
		StringBuilder table = new StringBuilder(
				(this.descriptions.size() == 1) ? "1 handler:" : this.descriptions.size() + " handlers:");
		for (HandlerDescription description : this.descriptions) {
			table.append(System.lineSeparator()).append("  ").append(description);
		}
		return table.toString();
	}

	/**
	 * Returns the handlers as text, ordered by class and method.
	 * @return the descriptions
	 */
	public List<HandlerDescription> descriptions() {
		return this.descriptions;
	}

	/**
	 * Whether the application has no handler, so that it needs no updates.
	 * @return {@code true} if there is no handler
	 */
	public boolean isEmpty() {
		return this.descriptions.isEmpty();
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
		return handle(context, HandlerSelection.NONE);
	}

	/**
	 * Creates the handling of an update. No handler is invoked yet.
	 * @param context the context of the update
	 * @param selection records the handlers that are tried
	 * @return the handling
	 */
	public UpdateHandling handle(BaleContext context, HandlerSelection selection) {
		return new UpdateHandling(context, this::resumed, this::search, this.exceptionHandlers, this.interceptors,
				this::unhandled, this.events, selection);
	}

	/**
	 * Explains which handlers were tried for an update, and why the others were not.
	 * @param selection the record of the selection
	 * @return a result for each handler; empty if the selection has not begun
	 */
	public List<HandlerResult> explain(HandlerSelection selection) {
		return selection.explain(this.handlers);
	}

	private BaleContext resumed(BaleContext context) {
		if (this.resumers.isEmpty() || context.kind() != UpdateKind.CALLBACK_QUERY) {
			return context;
		}
		return this.resumers.stream()
			.map((resumer) -> resumer.resume(context))
			.filter(Objects::nonNull)
			.findFirst()
			.map(context::withUpdate)
			.orElse(context);
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
		boolean stateless = this.tablesOfStates.isEmpty() && this.dialogues.isEmpty();
		ConversationSession conversation = stateless ? null : DefaultBaleContext.conversationOf(context);
		return new HandlerSearch(context, text, line, this.table, tableOfState(conversation),
				this.dialogues.resumption(context, conversation));
	}

	private @Nullable HandlerTable tableOfState(@Nullable ConversationSession conversation) {
		if (this.tablesOfStates.isEmpty() || conversation == null || conversation.isObsolete()) {
			return null;
		}
		String state = conversation.state();
		return (state != null) ? this.tablesOfStates.get(state) : null;
	}

	private void unhandled(BaleContext context) {
		if (context.kind() == UpdateKind.STATE_TIMEOUT) {
			logger.debug("Timeout {} is skipped: the conversation has moved or ended", context.update().updateId());
			return;
		}
		if (logger.isDebugEnabled()) {
			logger.debug("No handler matches update {}. This handler would:{}{}", context.update().updateId(),
					System.lineSeparator(), HandlerSuggestion.of(context));
		}
		this.events.publishEvent(new UnhandledUpdateEvent(this, context));
	}

}
