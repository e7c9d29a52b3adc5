import { post } from './api.js';
import { summary } from './attachment.js';
import { Composer } from './composer.js';
import { el, icon, paintAvatar } from './dom.js';
import { currentKeyboard, replyKeyboard } from './keyboards.js';
import { Log } from './log.js';
import { openMenu } from './menu.js';
import { alertBox, notice } from './notices.js';
import { paymentOutcome } from './payment.js';
import { Senders } from './senders.js';
import { t, translate } from './texts.js';

const TYPING_FOR = 6000;

const CLOSE = 'M6 6l12 12M18 6 6 18';

const MORE = 'M12 5h.01M12 12h.01M12 19h.01';

/**
 * A chat: the private one of a user with the bot, a group or a channel.
 */
export class Pane {

	#bot;

	#presses = new Map();

	/** The newest payment of each invoice by its message. */
	#payments = new Map();

	#answeredEarly = new Set();

	#pinned = new Set();

	#blocked = false;

	/** The message that is replied to or edited. */
	#aim = null;

	#typingEnd;

	/** The open payment sheet. */
	sheet = null;

	constructor(chat, bot, page) {
		this.chat = chat;
		this.page = page;
		this.#bot = bot;
		this.senders = new Senders(chat, page.users(), () => this.log.speak());
		this.log = new Log(this, bot);
		this.avatar = el('div', { class: 'avatar', 'aria-hidden': 'true' });
		paintAvatar(this.avatar, chat.name, chat.id);
		this.state = el('p', { class: 'state', role: 'status' });
		this.menuButton = el('button', { type: 'button', class: 'round', 'data-label': 'chatMenu',
			onclick: () => this.#openMenu() }, icon(MORE));
		this.closeButton = el('button', { type: 'button', class: 'round close', onclick: () => page.close(chat.id) },
			icon(CLOSE));
		this.notices = el('div', { class: 'notices', role: 'status' });
		this.keyboard = el('div', { class: 'keyboard', role: 'group', hidden: true });
		this.pinBar = el('button', { type: 'button', class: 'pin-bar', hidden: true, onclick: () => this.#showPinned() });
		this.aimText = el('p');
		this.aimBar = el('div', { class: 'aim', hidden: true }, this.aimText,
			el('button', { type: 'button', class: 'round', 'data-label': 'cancel', onclick: () => this.#aimAt(null) }, icon(CLOSE)));
		this.composer = new Composer(this, { submit: (text) => this.#submit(text), key: (event) => this.#key(event) });
		this.element = el('section', { class: 'pane', id: `pane-${chat.id}`, 'data-type': chat.type },
			el('header', {}, this.avatar, el('div', { class: 'title' }, el('h2', {}, el('bdi', {}, chat.name)), this.state),
				this.senders.element, this.menuButton, this.closeButton),
			this.notices, this.pinBar, this.log.frame, this.keyboard, this.aimBar, ...this.composer.elements);
		this.composer.acceptDrops(this.element);
		this.speak();
	}

	get id() {
		return this.chat.id;
	}

	/** The user who writes. */
	get user() {
		return this.senders.current;
	}

	get input() {
		return this.composer.input;
	}

	get isPrivate() {
		return this.chat.type === 'private';
	}

	isOwn(message) {
		return !message.from.is_bot && message.from.id === this.user?.id;
	}

	isPinned(messageId) {
		return this.#pinned.has(messageId);
	}

	/**
	 * Sets all texts in the current language.
	 */
	speak() {
		const name = this.chat.name;
		translate(this.element);
		this.element.setAttribute('aria-label', this.isPrivate ? t('chatOf', name, this.#bot.name) : name);
		this.input.setAttribute('aria-label', this.isPrivate ? t('write', name) : t('writeIn', name));
		this.closeButton.setAttribute('aria-label', t('close', name));
		this.closeButton.title = t('close', name);
		this.keyboard.setAttribute('aria-label', t('keyboard'));
		this.senders.speak();
		this.composer.speak();
		this.#typing(false);
		this.#aimAt(this.#aim);
		this.log.speak();
		this.#drawPins();
		delete this.keyboard.dataset.drawn;
		this.#drawKeyboard();
	}

	hear(kind, data) {
		switch (kind) {
			case 'chat':
				this.#presses = new Map(data.presses.map((press) => [press.callback_query_id, press]));
				this.#payments = new Map(data.payments.map((payment) => [payment.message_id, payment]));
				this.#blocked = data.blocked;
				this.#pinned = new Set(data.pinned);
				this.log.reset(data.messages, data.complete);
				this.#drawPins();
				break;
			case 'message':
				if (data.message.from?.is_bot) {
					this.#typing(false);
				}
				this.log.put(data.message);
				break;
			case 'deletion':
				this.log.remove(data.message_id);
				break;
			case 'pins':
				this.#pin(new Set(data.pinned));
				break;
			case 'action':
				this.#typing(true);
				break;
			case 'callback_answer':
				this.#answered(data);
				break;
			case 'payment':
				this.#paid(data);
				break;
			case 'review':
				this.notice(t('review', this.#bot.name));
				break;
		}
		this.#drawKeyboard();
	}

	find(messageId) {
		return this.log.find(messageId);
	}

	payment(messageId) {
		return this.#payments.get(messageId);
	}

	waits(messageId, data) {
		return [...this.#presses.values()].some((press) => press.message_id === messageId && press.data === data);
	}

	notice(text, serious) {
		notice(this.notices, text, serious);
	}

	write(text, replyTo) {
		return this.act('messages', { text, reply_to_message_id: replyTo });
	}

	/**
	 * Sends an attachment.
	 */
	send(attachment) {
		return this.act('messages', { attachment });
	}

	pay(messageId, fails) {
		return this.act('payments', { message_id: messageId, fails });
	}

	shareContact(sent) {
		this.composer.sendContact(true, sent);
	}

	shareLocation() {
		this.composer.sendLocation();
	}

	forward(message) {
		this.page.chooseChat(t('forwardTo'), (target) => target.act('forwards', { from_chat: this.id,
			message_id: message.message_id }));
	}

	openUser(id) {
		this.page.openUser(id) || this.notice(t('unknownUser'), true);
	}

	openHandle(handle) {
		this.composer.text = `@${handle} `;
		this.input.focus();
	}

	async copy(text) {
		try {
			await navigator.clipboard.writeText(text);
			this.notice(t('copied'));
		}
		catch {
			this.notice(t('notCopied'), true);
		}
	}

	async press(messageId, data) {
		const answer = await this.act('presses', { message_id: messageId, data });
		// A fast bot may have answered before the emulator.
		if (answer && !this.#answeredEarly.delete(answer.callback_query_id)) {
			this.#presses.set(answer.callback_query_id, { message_id: messageId, data });
			this.log.redraw(messageId);
		}
	}

	/**
	 * Acts as the user in this chat; null if the emulator has refused it.
	 */
	async act(what, body) {
		const user = this.user;
		if (!user) {
			this.notice(t('noSender'), true);
			return null;
		}
		// Actions on the private chat of a user have no names of chats.
		const named = ['messages', 'presses', 'payments', 'edits', 'forwards', 'mini-apps'].includes(what);
		const chat = this.isPrivate || what === 'mini-apps' ? {} : { chat: this.id };
		try {
			return await post(what, { from: user.id, ...named ? { name: user.name } : {}, ...chat, ...body });
		}
		catch (error) {
			this.notice(error instanceof TypeError ? t('lost') : error.message, true);
			return null;
		}
	}

	#answered({ callback_query_id: id, text, show_alert: isAlert }) {
		const press = this.#presses.get(id);
		if (press) {
			this.#presses.delete(id);
			this.log.redraw(press.message_id);
		}
		else {
			this.#answeredEarly.add(id);
		}
		if (text && isAlert) {
			alertBox(this.#bot.name, text);
		}
		else if (text) {
			this.notice(text);
		}
	}

	#paid(payment) {
		if (payment.message_id !== undefined) {
			this.#payments.set(payment.message_id, payment);
			this.log.redraw(payment.message_id);
		}
		const outcome = paymentOutcome(payment);
		if (!this.sheet?.paid(payment) && outcome) {
			this.notice(outcome, true);
		}
	}

	#pin(pinned) {
		const changed = [...pinned, ...this.#pinned].filter((id) => pinned.has(id) !== this.#pinned.has(id));
		this.#pinned = pinned;
		changed.forEach((id) => this.log.redraw(id));
		this.#drawPins();
	}

	#drawPins() {
		const newest = [...this.#pinned].map((id) => this.find(id)).findLast((message) => message);
		this.pinBar.hidden = !newest;
		if (newest) {
			this.pinBar.replaceChildren(el('strong', {}, t('pinned')), el('span', {}, el('bdi', {}, summary(newest))));
			this.pinBar.dataset.message = newest.message_id;
		}
	}

	#showPinned() {
		this.log.show(Number(this.pinBar.dataset.message));
	}

	#openMenu() {
		openMenu(this.menuButton, this.isPrivate ? [
			{ label: t(this.#blocked ? 'unblock' : 'block', this.#bot.name), run: () => this.#block() },
			{ label: t('hideInForwards'), run: () => this.act('privacy', { hidden: true }) },
			{ label: t('showInForwards'), run: () => this.act('privacy', { hidden: false }) },
		] : [{ label: t('members'), run: () => this.page.showMembers(this) }]);
	}

	async #block() {
		const answer = await this.act('blocks', { blocked: !this.#blocked });
		if (answer) {
			this.#blocked = answer.blocked;
			this.notice(t(answer.blocked ? 'blocked' : 'unblocked', this.#bot.name));
		}
	}

	startReply(messageId) {
		this.#aimAt({ kind: 'reply', messageId });
		this.input.focus();
	}

	startEdit(messageId) {
		this.#aimAt({ kind: 'edit', messageId });
		this.composer.text = this.find(messageId).text;
		this.input.focus();
	}

	async #submit(text) {
		const aim = this.#aim;
		this.composer.text = '';
		this.composer.commands.close();
		this.#aimAt(null);
		const done = aim?.kind === 'edit' ? await this.act('edits', { message_id: aim.messageId, text })
			: await this.write(text, aim?.messageId);
		if (!done && !this.composer.text) {
			this.composer.text = text;
			this.#aimAt(aim);
		}
		else if (text.startsWith('/start')) {
			this.#blocked = false;
		}
	}

	#key(event) {
		if (event.key === 'Escape' && this.#aim) {
			if (this.#aim.kind === 'edit') {
				this.composer.text = '';
			}
			this.#aimAt(null);
		}
		else if (event.key === 'ArrowUp' && !this.composer.text && this.log.newestOwn()) {
			event.preventDefault();
			this.startEdit(this.log.newestOwn().message_id);
		}
	}

	#aimAt(aim) {
		const message = aim && this.find(aim.messageId);
		this.#aim = message ? aim : null;
		this.aimBar.hidden = !message;
		this.aimText.replaceChildren();
		if (message) {
			this.aimText.append(el('strong', {}, aim.kind === 'edit' ? t('editing') : t('replyTo', message.from.name)),
				el('span', {}, el('bdi', {}, summary(message))));
		}
		this.composer.fit();
	}

	#typing(on) {
		clearTimeout(this.#typingEnd);
		this.state.textContent = on ? t('typing', this.#bot.name) : this.isPrivate ? t('with', this.#bot.name)
			: t(this.chat.type);
		this.log.typing(on);
		if (on) {
			this.#typingEnd = setTimeout(() => this.#typing(false), TYPING_FOR);
		}
	}

	#drawKeyboard() {
		const rows = currentKeyboard(this.log.messages());
		const wanted = JSON.stringify(rows);
		if (this.keyboard.dataset.drawn === wanted) {
			return;
		}
		const focused = this.keyboard.contains(document.activeElement);
		this.keyboard.dataset.drawn = wanted;
		this.keyboard.hidden = !rows?.length;
		this.keyboard.replaceChildren(...this.#keys(rows ?? []));
		this.log.keepEnd();
		if (focused) {
			this.input.focus();
		}
	}

	#keys(rows) {
		try {
			return replyKeyboard(rows, this);
		}
		catch (error) {
			console.error('A keyboard cannot be displayed', rows, error);
			return [el('p', {}, t('brokenKeyboard'))];
		}
	}

}
