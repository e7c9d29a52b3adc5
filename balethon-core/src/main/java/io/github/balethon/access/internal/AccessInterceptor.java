package io.github.balethon.access.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

import io.github.balethon.access.AccessDeniedException;
import io.github.balethon.access.BaleAccess;
import io.github.balethon.access.BaleAccessDecider;
import io.github.balethon.access.Memberships;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.BaleUpdateInterceptor;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.model.Chat;
import io.github.balethon.model.ChatType;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.Ordered;

/**
 * Enforces {@link BaleAccess @BaleAccess}.
 *
 * @since 0.1.0
 */
public final class AccessInterceptor implements BaleUpdateInterceptor, Ordered {

	private final ListableBeanFactory beanFactory;

	private final Memberships memberships;

	// Annotations are merged once per handler, not once per update.
	private final Map<BaleHandlerMethod, Optional<BaleAccess>> rules = new ConcurrentHashMap<>();

	/**
	 * Creates an interceptor.
	 * @param beanFactory the bean factory of the deciders
	 * @param memberships the administrators of groups
	 */
	public AccessInterceptor(ListableBeanFactory beanFactory, Memberships memberships) {
		this.beanFactory = beanFactory;
		this.memberships = memberships;
	}

	@Override
	public void validate(BaleHandlerMethod handler) {
		BaleAccess rule = rule(handler);
		if (rule == null) {
			return;
		}
		for (Class<? extends BaleAccessDecider> decider : rule.deciders()) {
			if (BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory, decider, true,
					false).length == 0) {
				throw new InvalidHandlerException(
						"Handler %s has the decider %s in @BaleAccess, but there is no bean of this type.".formatted(
								handler, decider.getName()),
						"Declare a bean of type %s.".formatted(decider.getName()));
			}
		}
	}

	private @Nullable BaleAccess rule(BaleHandlerMethod handler) {
		return this.rules.computeIfAbsent(handler, (key) -> Optional.ofNullable(key.getAnnotation(BaleAccess.class)))
			.orElse(null);
	}

	@Override
	public boolean preHandle(BaleContext context, BaleHandlerMethod handler) {
		BaleAccess rule = rule(handler);
		if (rule == null) {
			return true;
		}
		Chat chat = context.update().chat();
		User from = context.update().from();
		boolean privately = (chat != null) ? chat.kind() == ChatType.PRIVATE : from != null;
		require(!rule.privateOnly() || privately, "a private chat");
		require(rule.users().length == 0
				|| (from != null && LongStream.of(rule.users()).anyMatch((id) -> id == from.id())), "one of the users");
		for (Class<? extends BaleAccessDecider> decider : rule.deciders()) {
			require(this.beanFactory.getBean(decider).mayUse(context, handler),
					"access granted by " + decider.getSimpleName());
		}
		// Checks that call Bale come last.
		require(!rule.groupAdmins() || privately
				|| (chat != null && this.memberships.isAdministrator(context, chat.id())),
				"an administrator of the group");
		return true;
	}

	private static void require(boolean allowed, String rule) {
		if (!allowed) {
			throw new AccessDeniedException(rule);
		}
	}

	@Override
	public boolean awaitsCompletion(BaleHandlerMethod handler) {
		return false;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 200;
	}

}
