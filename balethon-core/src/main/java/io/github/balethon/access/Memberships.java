package io.github.balethon.access;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.balethon.client.BaleBadRequestException;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleForbiddenException;
import io.github.balethon.client.BaleNotFoundException;
import io.github.balethon.client.LogText;
import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.internal.IdleEntries;
import io.github.balethon.method.GetChatMember;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatMember;
import io.github.balethon.model.ChatMemberStatus;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Membership and administrator rights of users, as Bale's {@code getChatMember} reports
 * them. Bale answers only a bot that administers the chat. The methods block until Bale
 * has answered. Call them on worker threads.
 * <p>
 * That a user is an administrator is cached for a minute, and that a user is a member for
 * a time of your choice, so that a busy chat does not double the calls. That a user is
 * not is valid for the same update only: a user who joins and tries again is a member at
 * once.
 * <p>
 * If Bale reports nothing about a chat, because its identifier is wrong or the bot does
 * not administer it, no user counts as a member. A warning is logged once, and again when
 * the chat has recovered in between. <pre class="code">
 * &#064;Bean
 * BaleCondition joined(Memberships memberships) {
 *   return (context) -&gt; memberships.isMember(context, CHANNEL);
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public final class Memberships {

	private static final Logger logger = LoggerFactory.getLogger(Memberships.class);

	private static final long FRESH = Duration.ofMinutes(1).toNanos();

	// From this number of entries on, expired ones are removed.
	private static final int MANY = 10_000;

	private final long timeToLive;

	private final LongSupplier clock;

	private final Map<Key, Answer> answers = new ConcurrentHashMap<>();

	private final IdleEntries<Answer> idleAnswers = new IdleEntries<>(this.answers, MANY);

	private final Map<ChatId, ChatState> chats = new ConcurrentHashMap<>();

	private final IdleEntries<ChatState> idleChats = new IdleEntries<>(this.chats, MANY);

	/**
	 * Creates an instance with an empty cache, which caches memberships for a minute.
	 */
	public Memberships() {
		this(System::nanoTime);
	}

	/**
	 * Creates an instance with an empty cache.
	 * @param timeToLive the time for which a membership is cached
	 */
	public Memberships(Duration timeToLive) {
		this(timeToLive, System::nanoTime);
	}

	Memberships(LongSupplier clock) {
		this(Duration.ofNanos(FRESH), clock);
	}

	Memberships(Duration timeToLive, LongSupplier clock) {
		this.timeToLive = timeToLive.toNanos();
		this.clock = clock;
	}

	/**
	 * Returns the chats whose members Bale has not reported, because the identifier is
	 * wrong or the bot is not an administrator.
	 * @return the chats, as of the last request for each
	 */
	public Set<ChatId> unavailable() {
		return this.chats.entrySet()
			.stream()
			.filter((chat) -> !chat.getValue().answers())
			.map(Map.Entry::getKey)
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Whether the sender of an update is a member of a chat.
	 * @param context the context of the update
	 * @param chatId identifier of the chat
	 * @return {@code true} for members of any rank; {@code false} also if there is no
	 * sender
	 */
	public boolean isMember(BaleContext context, long chatId) {
		return isMember(context, ChatId.of(chatId));
	}

	/**
	 * Whether the sender of an update is a member of a chat.
	 * @param context the context of the update
	 * @param chatId identifier of the chat, or the username of a channel
	 * @return {@code true} for members of any rank; {@code false} also if there is no
	 * sender
	 */
	public boolean isMember(BaleContext context, ChatId chatId) {
		return has(context, chatId, Rank::member, this.timeToLive);
	}

	/**
	 * Whether the sender of an update owns or administers a chat.
	 * @param context the context of the update
	 * @param chatId identifier of the chat
	 * @return {@code true} for the owner and administrators; {@code false} also if there
	 * is no sender
	 */
	public boolean isAdministrator(BaleContext context, long chatId) {
		return isAdministrator(context, ChatId.of(chatId));
	}

	/**
	 * Whether the sender of an update owns or administers a chat.
	 * @param context the context of the update
	 * @param chatId identifier of the chat, or the username of a channel
	 * @return {@code true} for the owner and administrators; {@code false} also if there
	 * is no sender
	 */
	public boolean isAdministrator(BaleContext context, ChatId chatId) {
		return has(context, chatId, Rank::administrator, FRESH);
	}

	private boolean has(BaleContext context, ChatId chatId, Predicate<Rank> right, long fresh) {
		ConversationKey sender = context.conversationKey();
		if (sender == null) {
			return false;
		}
		Key key = new Key(chatId, sender.userId());
		long now = this.clock.getAsLong();
		Answer known = this.answers.get(key);
		if (known != null && now - known.nanos() < fresh
				&& (right.test(known.rank()) || known.update().get() == context.update())) {
			return right.test(known.rank());
		}
		this.idleAnswers.removeIf((answer) -> now - answer.nanos() >= Math.max(FRESH, this.timeToLive));
		Rank rank = fetch(context.client(), key, sender.botId());
		this.answers.put(key, new Answer(rank, now, new WeakReference<>(context.update())));
		return right.test(rank);
	}

	private Rank fetch(BaleClient client, Key key, long botId) {
		try {
			Rank rank = Rank.of(client.blocking().execute(request(key.chatId(), key.userId())));
			answered(key.chatId());
			return rank;
		}
		catch (BaleBadRequestException | BaleNotFoundException | BaleForbiddenException ex) {
			// Bale reports the same error for a user who is not a member and for a chat
			// that the bot cannot access. The rank of the bot itself distinguishes them.
			checkChat(client, key.chatId(), botId);
			return Rank.of(null);
		}
	}

	private void checkChat(BaleClient client, ChatId chatId, long botId) {
		ChatState known = this.chats.get(chatId);
		if (known != null && this.clock.getAsLong() - known.nanos() < FRESH) {
			return;
		}
		try {
			ChatMember bot = client.blocking().execute(request(chatId, botId));
			if (bot.administers()) {
				answered(chatId);
			}
			else {
				unanswered(chatId, "the bot is not an administrator");
			}
		}
		catch (BaleBadRequestException | BaleNotFoundException | BaleForbiddenException ex) {
			unanswered(chatId, ex.getMessage());
		}
	}

	private void answered(ChatId chatId) {
		ChatState previous = update(chatId, true);
		if (previous != null && !previous.answers()) {
			logger.info("Membership of chat {} can be determined again", chatId);
		}
	}

	private void unanswered(ChatId chatId, @Nullable String cause) {
		ChatState previous = update(chatId, false);
		if (previous == null || previous.answers()) {
			logger.warn(
					"Membership of chat {} cannot be determined, so no user counts as a member: {}. Check the "
							+ "identifier of the chat, and make the bot an administrator of it",
					chatId, LogText.escape(String.valueOf(cause)));
		}
	}

	private @Nullable ChatState update(ChatId chatId, boolean answers) {
		long now = this.clock.getAsLong();
		this.idleChats.removeIf((state) -> now - state.nanos() >= FRESH);
		return this.chats.put(chatId, new ChatState(answers, now));
	}

	private static GetChatMember request(ChatId chatId, long userId) {
		return GetChatMember.of(userId).chatId(chatId);
	}

	private record Key(ChatId chatId, long userId) {

	}

	private record Rank(boolean member, boolean administrator) {

		static Rank of(@Nullable ChatMember member) {
			if (member == null || member.kind() == ChatMemberStatus.UNKNOWN) {
				return new Rank(false, false);
			}
			return new Rank(!Boolean.FALSE.equals(member.isMember()), member.administers());
		}

	}

	/**
	 * Cached rank of a user.
	 *
	 * @param rank the rank of the user
	 * @param nanos time of the answer
	 * @param update the update that caused the request
	 */
	private record Answer(Rank rank, long nanos, WeakReference<Update> update) {

	}

	/**
	 * Whether Bale reports members of a chat.
	 *
	 * @param answers whether it does
	 * @param nanos time of the last request
	 */
	private record ChatState(boolean answers, long nanos) {

	}

}
