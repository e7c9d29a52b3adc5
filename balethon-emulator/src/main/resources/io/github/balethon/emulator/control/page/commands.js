import { el } from './dom.js';
import { t } from './texts.js';

/**
 * Suggests the commands of the bot while a user writes a slash.
 */
export class CommandMenu {

	#commands = [];

	#shown = [];

	#at = 0;

	constructor(input, id, choose) {
		this.input = input;
		this.choose = choose;
		this.list = el('div', { class: 'commands', role: 'listbox', id: `commands-${id}`, hidden: true });
		input.setAttribute('aria-autocomplete', 'list');
		input.setAttribute('aria-controls', this.list.id);
	}

	set(commands) {
		this.#commands = commands;
		this.update();
	}

	get isEmpty() {
		return this.#commands.length === 0;
	}

	speak() {
		this.list.setAttribute('aria-label', t('commands'));
	}

	/**
	 * Shows the commands that begin with the text.
	 */
	update() {
		const text = this.input.value;
		this.#show(/^\/\w*$/.test(text) ? this.#commands.filter(({ command }) => `/${command}`.startsWith(text)) : []);
	}

	close() {
		this.#show([]);
	}

	/**
	 * Handles a key; whether it belongs to the menu.
	 */
	key(event) {
		if (this.#shown.length === 0) {
			return false;
		}
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step) {
			this.#select((this.#at + step + this.#shown.length) % this.#shown.length);
		}
		else if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') {
			this.#choose(this.#shown[this.#at]);
		}
		else if (event.key === 'Escape') {
			this.close();
		}
		else {
			return false;
		}
		event.preventDefault();
		return true;
	}

	#show(commands) {
		this.#shown = commands;
		this.list.hidden = commands.length === 0;
		this.list.replaceChildren(...commands.map((command, index) => el('div', { role: 'option',
			id: `${this.list.id}-${index}`, onpointerdown: (event) => {
				// The focus stays in the input.
				event.preventDefault();
				this.#choose(command);
			} }, el('strong', { dir: 'ltr' }, `/${command.command}`), ' ',
			el('span', { dir: 'auto' }, command.description))));
		if (commands.length > 0) {
			this.#select(0);
		}
		else {
			this.input.removeAttribute('aria-activedescendant');
		}
	}

	#select(at) {
		this.#at = at;
		[...this.list.children].forEach((option, index) => {
			option.setAttribute('aria-selected', String(index === at));
		});
		const option = this.list.children[at];
		option.scrollIntoView({ block: 'nearest' });
		this.input.setAttribute('aria-activedescendant', option.id);
	}

	#choose({ command }) {
		this.close();
		this.choose(`/${command}`);
	}

}
