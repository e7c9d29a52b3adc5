package io.github.balethon.access;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import io.github.balethon.client.BaleBadRequestException;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleNotFoundException;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.method.GetChatMember;
import io.github.balethon.model.ChatMember;
import io.github.balethon.model.ChatMemberStatus;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;

/**
 * Who is a member or an administrator of which chat, as Bale says; the bot must be one of
 * its administrators, or Bale does not tell. For worker threads, which wait for Bale's
 * answer. An answer holds for a minute, so that a busy chat does not double the calls.
 * <pre class="code">
 * &#064;Bean
 * BaleCondition joined(Memberships memberships) {
 *   return (context) -&gt; memberships.isMember(context, CHANNEL);
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public final class Memberships {

	private static final long FRESH = Duration.ofMinutes(1).toNanos();

	// Beyond so many, answers that hold no longer are forgotten.
	private static final int MANY = 10_000;

	private final LongSupplier clock;

	private final Map<Key, Answer> answers = new ConcurrentHashMap<>();

	/**
	 * Creates an empty memory.
	 */
	public Memberships() {
		this(System::nanoTime);
	}

	Memberships(LongSupplier clock) {
		this.clock = clock;
	}

	/**
	 * Whether the sender of an update is a member of a chat.
	 * @param context the update
	 * @param chatId the number of the chat
	 * @return {@code true} for members of any rank; {@code false} too if there is no
	 * sender
	 */
	public boolean isMember(BaleContext context, long chatId) {
		User from = context.update().from();
		return from != null && rank(context.client(), new Key(chatId, from.id())).member();
	}

	/**
	 * Whether the sender of an update owns or administers a chat.
	 * @param context the update
	 * @param chatId the number of the chat
	 * @return {@code true} for the owner and administrators; {@code false} too if there
	 * is no sender
	 */
	public boolean isAdministrator(BaleContext context, long chatId) {
		User from = context.update().from();
		return from != null && rank(context.client(), new Key(chatId, from.id())).administrator();
	}

	private Rank rank(BaleClient client, Key key) {
		long now = this.clock.getAsLong();
		Answer known = this.answers.get(key);
		if (known != null && now - known.nanos() < FRESH) {
			return known.rank();
		}
		if (this.answers.size() > MANY) {
			this.answers.values().removeIf((answer) -> now - answer.nanos() >= FRESH);
		}
		Rank rank = ask(client, key);
		this.answers.put(key, new Answer(rank, now));
		return rank;
	}

	private static Rank ask(BaleClient client, Key key) {
		try {
			return Rank.of(client.blocking().execute(GetChatMember.of(key.chatId(), key.userId())));
		}
		catch (BaleBadRequestException | BaleNotFoundException ex) {
			// So Bale answers for people who are no members.
			return Rank.of(null);
		}
	}

	private record Key(long chatId, long userId) {

	}

	private record Rank(boolean member, boolean administrator) {

		static Rank of(@Nullable ChatMember member) {
			if (member == null || member.kind() == ChatMemberStatus.UNKNOWN) {
				return new Rank(false, false);
			}
			return new Rank(!Boolean.FALSE.equals(member.isMember()), member.administers());
		}

	}

	private record Answer(Rank rank, long nanos) {

	}

}
