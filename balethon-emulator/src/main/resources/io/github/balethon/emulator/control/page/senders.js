import { el } from './dom.js';
import { t } from './texts.js';

/**
 * Who writes in a chat: in a private chat its user, elsewhere one of the users.
 */
export class Senders {

	#own = null;

	#users = [];

	constructor(chat, users, changed) {
		this.element = el('select', { class: 'senders', onchange: changed, hidden: chat.type === 'private' });
		if (chat.type === 'private') {
			this.#own = { id: chat.id, name: chat.name };
		}
		this.set(users);
	}

	get current() {
		return this.#own ?? this.#users.find((user) => String(user.id) === this.element.value);
	}

	set(users) {
		const selected = this.element.value;
		this.#users = users;
		this.element.replaceChildren(...users.map((user) => el('option', { value: user.id }, user.name)));
		if (users.some((user) => String(user.id) === selected)) {
			this.element.value = selected;
		}
	}

	speak() {
		this.element.setAttribute('aria-label', t('writeAs'));
		this.element.title = t('writeAs');
	}

}
