package io.github.balethon.access.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.github.balethon.access.BaleAccess;
import io.github.balethon.access.MembershipRequiredException;
import io.github.balethon.access.Memberships;
import io.github.balethon.access.RequireMembership;
import io.github.balethon.callback.CallbackButtons;
import io.github.balethon.callback.CallbackDataStoreUnavailableException;
import io.github.balethon.client.BaleApiException;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.BaleUpdateInterceptor;
import io.github.balethon.handler.BaleUpdateResumer;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.handler.UpdatePostponedException;
import io.github.balethon.method.GetChat;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.DeepLinks;
import io.github.balethon.model.InlineKeyboardButton;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.Update;
import io.github.balethon.model.UpdateKind;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;

import org.springframework.context.EmbeddedValueResolverAware;
import org.springframework.core.Ordered;
import org.springframework.util.StringValueResolver;

/**
 * Enforces {@link RequireMembership @RequireMembership}, and resumes the updates of users
 * who have joined.
 *
 * @since 0.1.0
 */
public final class MembershipInterceptor
		implements BaleUpdateInterceptor, BaleUpdateResumer, EmbeddedValueResolverAware, Ordered {

	private final Memberships memberships;

	private final CallbackButtons buttons;

	private final Settings settings;

	// Annotations are merged once per handler, not once per update.
	private final Map<BaleHandlerMethod, List<ChatId>> required = new ConcurrentHashMap<>();

	private final Map<ChatId, String> links = new ConcurrentHashMap<>();

	private StringValueResolver placeholders = (value) -> value;

	/**
	 * Creates an interceptor.
	 * @param memberships the members of chats
	 * @param buttons builds the button that resumes an update
	 * @param settings the settings
	 */
	public MembershipInterceptor(Memberships memberships, CallbackButtons buttons, Settings settings) {
		this.memberships = memberships;
		this.buttons = buttons;
		this.settings = settings;
	}

	@Override
	public void setEmbeddedValueResolver(StringValueResolver resolver) {
		this.placeholders = resolver;
	}

	@Override
	public void validate(BaleHandlerMethod handler) {
		List<ChatId> chats = this.required.computeIfAbsent(handler, this::required);
		if (!chats.isEmpty() && handler.takesSeveralMessages()) {
			throw new InvalidHandlerException(
					"Handler %s takes several messages together and requires a membership, which resumes a single one."
						.formatted(handler),
					"Replace the List<Message> parameter by Message, or annotate the method with "
							+ "@RequireMembership({}).");
		}
	}

	@Override
	public boolean preHandle(BaleContext context, BaleHandlerMethod handler) {
		List<ChatId> chats = this.required.computeIfAbsent(handler, this::required);
		User from = context.update().from();
		if (chats.isEmpty() || from == null || isPayment(context.kind()) || isExempt(from, handler)) {
			return true;
		}
		List<ChatId> missing = chats.stream().filter((chat) -> !isAllowed(context, chat)).toList();
		if (!missing.isEmpty()) {
			throw new MembershipRequiredException(missing, available(() -> keyboard(context, missing)));
		}
		return true;
	}

	private List<ChatId> required(BaleHandlerMethod handler) {
		RequireMembership annotation = handler.getAnnotation(RequireMembership.class);
		return (annotation != null)
				? Arrays.stream(annotation.value()).flatMap((written) -> chats(written, handler)).toList()
				: this.settings.channels();
	}

	private Stream<ChatId> chats(String written, BaleHandlerMethod handler) {
		String resolved = this.placeholders.resolveStringValue(written);
		try {
			return Stream.of(((resolved != null) ? resolved : written).split(",", -1))
				.map((chat) -> ChatId.parse(chat.strip()))
				.toList()
				.stream();
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidHandlerException(
					"Handler %s has the invalid chat \"%s\" in @RequireMembership.".formatted(handler, written),
					"Set identifiers such as 1050637241 or usernames such as @my_channel, separated by commas where "
							+ "one placeholder resolves to several.");
		}
	}

	private static boolean isPayment(UpdateKind kind) {
		return kind == UpdateKind.PRE_CHECKOUT_QUERY || kind == UpdateKind.SUCCESSFUL_PAYMENT;
	}

	private boolean isExempt(User from, BaleHandlerMethod handler) {
		BaleAccess access = handler.getAnnotation(BaleAccess.class);
		return this.settings.exemptUsers().contains(from.id())
				|| (access != null && LongStream.of(access.users()).anyMatch((id) -> id == from.id()));
	}

	private boolean isAllowed(BaleContext context, ChatId chat) {
		return this.memberships.isMember(context, chat)
				|| (this.settings.allowUnknown() && this.memberships.unavailable().contains(chat));
	}

	private InlineKeyboardMarkup keyboard(BaleContext context, List<ChatId> missing) {
		List<InlineKeyboardButton> buttons = new ArrayList<>();
		for (ChatId chat : missing) {
			String link = link(context, chat);
			if (link != null) {
				String name = (chat.value() instanceof String username) ? " " + username : "";
				buttons.add(InlineKeyboardButton.url(context.text("bale.membership.join") + name, link));
			}
		}
		Record text = ResumedUpdate.of(context.update());
		Record resumed = (text != null) ? text : StoredUpdate.of(context.update());
		if (resumed != null) {
			buttons.add(this.buttons.callback(context.text("bale.membership.check"), resumed));
		}
		return InlineKeyboardMarkup.inColumns(1, buttons);
	}

	private @Nullable String link(BaleContext context, ChatId chat) {
		if (chat.value() instanceof String username) {
			return DeepLinks.chat(username);
		}
		String known = this.links.get(chat);
		if (known != null) {
			return known;
		}
		try {
			String link = context.client().blocking().execute(GetChat.of(chat)).inviteUrl();
			if (link != null) {
				this.links.put(chat, link);
			}
			return link;
		}
		catch (BaleApiException ex) {
			// The message is sent without the button.
			return null;
		}
	}

	@Override
	public @Nullable Update resume(BaleContext context) {
		CallbackQuery query = context.update().callbackQuery();
		String data = (query != null) ? query.data() : null;
		if (query == null || data == null) {
			return null;
		}
		return this.<@Nullable Update>available(() -> {
			ResumedUpdate text = this.buttons.read(ResumedUpdate.class, data);
			if (text != null) {
				return text.restore(context.update(), query);
			}
			StoredUpdate stored = this.buttons.read(StoredUpdate.class, data);
			return (stored != null) ? stored.restore(context.update()) : null;
		});
	}

	private <T extends @Nullable Object> T available(Supplier<T> access) {
		try {
			return access.get();
		}
		catch (CallbackDataStoreUnavailableException ex) {
			throw new UpdatePostponedException(ex.getMessage(), ex);
		}
	}

	@Override
	public boolean awaitsCompletion(BaleHandlerMethod handler) {
		return false;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 300;
	}

	/**
	 * Settings of required memberships.
	 *
	 * @param channels chats that all handlers without an annotation require
	 * @param exemptUsers identifiers of users who need not be members
	 * @param allowUnknown whether to allow access if Bale does not report the members of
	 * a chat
	 * @since 0.1.0
	 */
	public record Settings(List<ChatId> channels, Set<Long> exemptUsers, boolean allowUnknown) {

	}

}
