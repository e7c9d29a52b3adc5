import { get } from './api.js';
import { el, icon, paintAvatar } from './dom.js';
import { brokenElement, dayElement, messageElement } from './message.js';
import { startOfDay, t } from './texts.js';

const DOWN = 'M6 9l6 6 6-6';

const NEAR_END = 120;

/** Keeps the page responsive during a load test; older messages are loaded again on scroll. */
const MOST_SHOWN = 1000;

const PAGE = 100;

/** Distance to the beginning at which older messages are loaded. */
const NEAR_START = 400;

const dayOf = (message) => startOfDay(new Date(message.date * 1000)).getTime();

/**
 * The messages of a chat. Unchanged messages keep their element, which preserves focus and scroll position.
 */
export class Log {

	#messages = new Map();

	#drawn = new Map();

	#bot;

	#stays = true;

	/** Whether there are no older messages. */
	#complete = true;

	#loading = false;

	/** The frame that scrolls to the end. */
	#scrolling = null;

	/** The scroll position: only scrolling back leaves the end. */
	#top = 0;

	/** A message grows when its image has loaded. */
	#sizes = new ResizeObserver(() => this.keepEnd());

	constructor(pane, bot) {
		this.pane = pane;
		this.#bot = bot;
		this.dots = el('div', { class: 'message typing', hidden: true, 'aria-hidden': 'true' },
			el('div', { class: 'bubble' }, el('i'), el('i'), el('i')));
		this.start = el('button', { type: 'button', class: 'primary', onclick: () => this.pane.write('/start') });
		this.emptyText = el('p');
		const avatar = el('div', { class: 'avatar bot', 'aria-hidden': 'true' });
		paintAvatar(avatar, bot.name, 0);
		this.empty = el('div', { class: 'empty' }, avatar, this.emptyText, this.start);
		this.list = el('div', { class: 'log', role: 'log', 'aria-live': 'polite', tabindex: '0',
			onscroll: () => this.#scrolled() });
		this.down = el('button', { type: 'button', class: 'round down', hidden: true, 'data-label': 'newMessages',
			onclick: () => this.#toEnd('smooth') }, icon(DOWN));
		this.frame = el('div', { class: 'frame' }, this.list, this.empty, this.down);
		new ResizeObserver(() => this.keepEnd()).observe(this.list);
	}

	speak() {
		this.list.setAttribute('aria-label', t('messagesOf', this.pane.chat.name));
		this.start.textContent = t('start');
		this.emptyText.textContent = t('empty', this.#bot.name);
		this.#drawn.clear();
		this.reset(this.messages(), this.#complete);
	}

	messages() {
		return [...this.#messages.values()];
	}

	find(id) {
		return this.#messages.get(id);
	}

	newestOwn() {
		return this.messages().findLast((message) => this.pane.isOwn(message));
	}

	/**
	 * Shows the state of the emulator, without announcing it to screen readers.
	 */
	reset(messages, complete) {
		this.#complete = complete;
		this.list.setAttribute('aria-busy', 'true');
		this.#sizes.disconnect();
		this.#messages = new Map(messages.map((message) => [message.message_id, message]));
		this.#keepingFocus(() => this.list.replaceChildren(...this.#withDays(messages), this.dots));
		this.list.setAttribute('aria-busy', 'false');
		this.#changed(true);
	}

	/**
	 * Scrolls to a message, if it is loaded.
	 */
	show(id) {
		const element = this.#drawn.get(id)?.element;
		element?.scrollIntoView({ block: 'center' });
		element?.focus({ preventScroll: true });
	}

	put(message) {
		// No layout here, as thousands of messages may arrive at once.
		const wasAtEnd = this.#stays || this.pane.isOwn(message);
		const id = message.message_id;
		const isNew = !this.#messages.has(id);
		this.#messages.set(id, message);
		if (!isNew) {
			this.redraw(id);
			this.messages().filter((other) => other.reply_to_message_id === id)
				.forEach((other) => this.redraw(other.message_id));
		}
		else {
			const before = this.messages().at(-2);
			if (!before || dayOf(before) !== dayOf(message)) {
				this.dots.before(dayElement(new Date(dayOf(message))));
			}
			const element = this.#element(message);
			element.classList.add('fresh');
			this.dots.before(element);
			if (this.#messages.size > MOST_SHOWN) {
				this.remove(this.#messages.keys().next().value);
				this.#complete = false;
			}
		}
		this.#changed(wasAtEnd);
	}

	remove(id) {
		if (!this.#messages.delete(id)) {
			return;
		}
		const element = this.#drawn.get(id)?.element;
		this.#drawn.delete(id);
		this.#sizes.unobserve(element);
		const day = element.previousElementSibling;
		const focused = element.contains(document.activeElement);
		const after = element.nextElementSibling;
		element.remove();
		if (day?.matches('.day') && !after?.matches('[data-id]')) {
			day.remove();
		}
		if (focused) {
			this.pane.input.focus();
		}
		this.messages().filter((other) => other.reply_to_message_id === id)
			.forEach((other) => this.redraw(other.message_id));
		this.#changed(this.#stays);
	}

	redraw(id) {
		const old = this.#drawn.get(id)?.element;
		const message = this.#messages.get(id);
		if (old && message) {
			this.#drawn.delete(id);
			this.#sizes.unobserve(old);
			this.#keepingFocus(() => old.replaceWith(this.#element(message)));
		}
	}

	typing(on) {
		this.dots.hidden = !on;
		this.keepEnd();
	}

	/**
	 * Stays at the end when the size of the list has changed.
	 */
	keepEnd() {
		if (this.#stays) {
			this.#toEnd();
		}
	}

	#withDays(messages) {
		let day = null;
		const nodes = [];
		for (const message of messages) {
			if (dayOf(message) !== day) {
				day = dayOf(message);
				nodes.push(dayElement(new Date(day)));
			}
			nodes.push(this.#element(message));
		}
		return nodes;
	}

	/**
	 * Loads a page of older messages, and keeps what is in view in its place.
	 */
	async #loadOlder() {
		if (this.#complete || this.#loading) {
			return;
		}
		this.#loading = true;
		const first = this.#messages.keys().next().value;
		try {
			const older = await get(`chats/${this.pane.id}/messages?before=${first}&limit=${PAGE}`);
			// The chat may have been reset in the meantime.
			if (this.#messages.keys().next().value === first) {
				this.#prepend(older);
			}
		}
		catch {
			// The next scroll tries again.
		}
		finally {
			this.#loading = false;
		}
	}

	#prepend(older) {
		this.#complete = older.length < PAGE;
		const newer = this.#messages;
		this.#messages = new Map([...older.map((message) => [message.message_id, message]), ...newer]);
		this.list.setAttribute('aria-busy', 'true');
		const fromEnd = this.list.scrollHeight - this.list.scrollTop;
		const firstDay = this.list.querySelector('.day');
		const last = older.at(-1);
		const next = newer.values().next().value;
		if (last && next && dayOf(last) === dayOf(next)) {
			firstDay?.remove();
		}
		this.list.prepend(...this.#withDays(older));
		this.list.scrollTop = this.list.scrollHeight - fromEnd;
		this.list.setAttribute('aria-busy', 'false');
	}

	#element(message) {
		const json = JSON.stringify([message, this.pane.isPinned(message.message_id), this.pane.user?.id]);
		const drawn = this.#drawn.get(message.message_id);
		if (drawn?.json === json) {
			this.#sizes.observe(drawn.element);
			return drawn.element;
		}
		const element = this.#draw(message);
		this.#sizes.observe(element);
		this.#drawn.set(message.message_id, { json, element });
		return element;
	}

	/**
	 * Renders each message separately, so that a malformed one does not affect the others.
	 */
	#draw(message) {
		try {
			return messageElement(message, this.pane);
		}
		catch (error) {
			console.error('A message cannot be displayed', message, error);
			return brokenElement(message);
		}
	}

	/**
	 * Restores the focus on the same button of the new version of a message.
	 */
	#keepingFocus(change) {
		const focused = document.activeElement;
		const id = this.list.contains(focused) && focused.closest('[data-id]')?.dataset.id;
		const position = id ? this.#controls(id).indexOf(focused) : -1;
		change();
		if (position >= 0 && document.activeElement !== focused) {
			(this.#controls(id)[position] ?? this.pane.input).focus({ preventScroll: true });
		}
	}

	#controls(id) {
		return [...this.list.querySelectorAll(`[data-id="${id}"] :is(button, a, summary)`)];
	}

	#changed(toEnd) {
		this.empty.hidden = this.#messages.size > 0;
		if (toEnd) {
			this.#stays = true;
			this.#scrollLater();
		}
	}

	/**
	 * Scrolls to the end once before the next frame.
	 */
	#scrollLater() {
		if (this.#scrolling === null) {
			this.#scrolling = requestAnimationFrame(() => {
				this.#scrolling = null;
				this.keepEnd();
			});
		}
	}

	#isAtEnd() {
		return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR_END;
	}

	#scrolled() {
		const top = this.list.scrollTop;
		if (this.#isAtEnd()) {
			this.#stays = true;
		}
		else if (top < this.#top) {
			this.#stays = false;
		}
		this.#top = top;
		if (top < NEAR_START) {
			this.#loadOlder();
		}
		this.down.hidden = this.#stays;
	}

	#toEnd(behavior = 'instant') {
		this.#stays = true;
		this.list.scrollTo({ top: this.list.scrollHeight, behavior });
	}

}
