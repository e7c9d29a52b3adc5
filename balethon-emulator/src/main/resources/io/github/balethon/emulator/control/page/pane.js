import { post } from './api.js';
import { paymentOutcome, summary } from './attachment.js';
import { el, icon, paintAvatar } from './dom.js';
import { currentKeyboard, replyKeyboard } from './keyboards.js';
import { Log } from './log.js';
import { alertBox, notice } from './notices.js';
import { t, translate } from './texts.js';

const TYPING_FOR = 6000;

const CLOSE = 'M6 6l12 12M18 6 6 18';

const SEND = 'M4 12 20 4l-5 16-3.500-6.500L4 12Zm7.500 1.500L20 4';

/**
 * The private chat of a user with the bot.
 */
export class Pane {

	#bot;

	#presses = new Map();

	/** The newest payment of each invoice by its message. */
	#payments = new Map();

	/** The message that is replied to or edited. */
	#aim = null;

	#typingEnd;

	constructor(user, bot, close) {
		this.user = user;
		this.#bot = bot;
		this.log = new Log(this, bot);
		this.avatar = el('div', { class: 'avatar', 'aria-hidden': 'true' });
		paintAvatar(this.avatar, user.name, user.id);
		this.state = el('p', { class: 'state', role: 'status' });
		this.closeButton = el('button', { type: 'button', class: 'round close', onclick: close }, icon(CLOSE));
		this.notices = el('div', { class: 'notices', role: 'status' });
		this.keyboard = el('div', { class: 'keyboard', role: 'group', hidden: true });
		this.aimText = el('p');
		this.aimBar = el('div', { class: 'aim', hidden: true }, this.aimText,
			el('button', { type: 'button', class: 'round', 'data-label': 'cancel', onclick: () => this.#aimAt(null) }, icon(CLOSE)));
		this.input = el('textarea', { rows: '1', dir: 'auto', 'data-placeholder': 'placeholder', enterkeyhint: 'send',
			oninput: () => this.#fit(), onkeydown: (event) => this.#key(event) });
		this.composer = el('form', { class: 'composer', onsubmit: (event) => this.#submit(event) }, this.input,
			el('button', { class: 'round send', 'data-label': 'send' }, icon(SEND)));
		this.element = el('section', { class: 'pane', id: `pane-${user.id}` },
			el('header', {}, this.avatar, el('div', { class: 'title' }, el('h2', {}, el('bdi', {}, user.name)), this.state),
				this.closeButton),
			this.notices, this.log.frame, this.keyboard, this.aimBar, this.composer);
		this.speak();
	}

	/**
	 * Sets all texts in the current language.
	 */
	speak() {
		const name = this.user.name;
		translate(this.element);
		this.element.setAttribute('aria-label', t('chatOf', name, this.#bot.name));
		this.input.setAttribute('aria-label', t('write', name));
		this.closeButton.setAttribute('aria-label', t('close', name));
		this.closeButton.title = t('close', name);
		this.keyboard.setAttribute('aria-label', t('keyboard'));
		this.#typing(false);
		this.#aimAt(this.#aim);
		this.log.speak();
		delete this.keyboard.dataset.drawn;
		this.#drawKeyboard();
	}

	hear(kind, data) {
		switch (kind) {
			case 'chat':
				this.#presses = new Map(data.presses.map((press) => [press.callback_query_id, press]));
				this.#payments = new Map(data.payments.map((payment) => [payment.message_id, payment]));
				this.log.reset(data.messages);
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
			case 'action':
				this.#typing(true);
				break;
			case 'callback_answer':
				this.#answered(data);
				break;
			case 'payment':
				this.#paid(data);
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
		return this.#do('messages', { text, reply_to_message_id: replyTo });
	}

	pay(messageId) {
		return this.#do('payments', { message_id: messageId });
	}

	async press(messageId, data) {
		const answer = await this.#do('presses', { message_id: messageId, data });
		// A fast bot may have answered before the emulator.
		if (answer && !this.#answeredEarly.delete(answer.callback_query_id)) {
			this.#presses.set(answer.callback_query_id, { message_id: messageId, data });
			this.log.redraw(messageId);
		}
	}

	#answeredEarly = new Set();

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
		if (outcome) {
			this.notice(outcome, true);
		}
	}

	startReply(messageId) {
		this.#aimAt({ kind: 'reply', messageId });
		this.input.focus();
	}

	startEdit(messageId) {
		this.#aimAt({ kind: 'edit', messageId });
		this.input.value = this.find(messageId).text;
		this.#fit();
		this.input.focus();
	}

	async #submit(event) {
		event.preventDefault();
		const text = this.input.value.trim();
		const aim = this.#aim;
		if (!text) {
			return;
		}
		this.input.value = '';
		this.#aimAt(null);
		const done = aim?.kind === 'edit' ? await this.#do('edits', { message_id: aim.messageId, text })
			: await this.write(text, aim?.messageId);
		if (!done && !this.input.value) {
			this.input.value = text;
			this.#aimAt(aim);
		}
	}

	async #do(what, body) {
		try {
			return await post(what, { from: this.user.id, name: this.user.name, ...body });
		}
		catch (error) {
			this.notice(error instanceof TypeError ? t('lost') : error.message, true);
			return null;
		}
	}

	#key(event) {
		if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
			event.preventDefault();
			this.composer.requestSubmit();
		}
		else if (event.key === 'Escape' && this.#aim) {
			if (this.#aim.kind === 'edit') {
				this.input.value = '';
			}
			this.#aimAt(null);
		}
		else if (event.key === 'ArrowUp' && !this.input.value && this.log.newestOwn()) {
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
		this.#fit();
	}

	#typing(on) {
		clearTimeout(this.#typingEnd);
		this.state.textContent = on ? t('typing', this.#bot.name) : t('with', this.#bot.name);
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

	#fit() {
		this.input.style.height = '';
		if (this.input.value) {
			this.input.style.height = `${this.input.scrollHeight + 2}px`;
		}
	}

}
