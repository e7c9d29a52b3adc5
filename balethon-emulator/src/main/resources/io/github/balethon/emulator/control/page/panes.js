import { el } from './dom.js';
import { Pane } from './pane.js';

/**
 * The open chats: side by side on wide screens, otherwise in tabs.
 */
export class Panes {

	#panes = new Map();

	#active = null;

	#narrow = matchMedia('(max-width: 760px)');

	constructor(host, tabs, page, changed) {
		this.host = host;
		this.tabs = tabs;
		this.page = page;
		this.changed = changed;
		this.#narrow.addEventListener('change', () => this.#arrange());
		tabs.addEventListener('keydown', (event) => this.#key(event));
	}

	ids() {
		return [...this.#panes.keys()];
	}

	chats() {
		return [...this.#panes.values()].map(({ pane }) => pane.chat);
	}

	pane(id) {
		return this.#panes.get(id)?.pane;
	}

	forEach(visit) {
		this.#panes.forEach(({ pane }) => visit(pane));
	}

	open(chat, bot) {
		if (!this.#panes.has(chat.id)) {
			const pane = new Pane(chat, bot, this.page);
			const count = el('span', { class: 'count', hidden: true });
			const tab = el('button', { type: 'button', role: 'tab', id: `tab-${chat.id}`,
				'aria-controls': pane.element.id, onclick: () => this.show(chat.id) },
				el('bdi', {}, chat.name), count);
			this.#panes.set(chat.id, { pane, tab, count, unread: 0 });
			this.tabs.append(tab);
			this.host.append(pane.element);
		}
		this.show(chat.id);
	}

	show(id) {
		this.#active = id;
		this.#panes.get(id).unread = 0;
		this.#arrange();
		this.#panes.get(id).pane.log.keepEnd();
	}

	focus(id) {
		this.#panes.get(id).pane.input.focus();
	}

	get active() {
		return this.#active;
	}

	speak() {
		this.#panes.forEach(({ pane }) => pane.speak());
	}

	hear(kind, data) {
		const open = this.#panes.get(data.chat_id ?? data.id);
		if (!open) {
			return;
		}
		const isNew = kind === 'message' && data.message.from?.is_bot && !open.pane.find(data.message.message_id);
		if (isNew && this.#narrow.matches && open.pane.id !== this.#active) {
			open.unread++;
			this.#arrange();
		}
		open.pane.hear(kind, data);
	}

	close(id) {
		const { pane, tab } = this.#panes.get(id);
		pane.element.remove();
		tab.remove();
		this.#panes.delete(id);
		this.show(this.ids().includes(this.#active) ? this.#active : this.ids()[0]);
		this.focus(this.#active);
		this.changed();
	}

	#arrange() {
		const narrow = this.#narrow.matches && this.#panes.size > 1;
		this.tabs.hidden = !narrow;
		this.host.dataset.count = this.#panes.size;
		for (const [id, { pane, tab, count, unread }] of this.#panes) {
			const active = id === this.#active;
			tab.setAttribute('aria-selected', String(active));
			tab.tabIndex = active ? 0 : -1;
			count.hidden = unread === 0;
			count.textContent = unread.toLocaleString(document.documentElement.lang);
			pane.element.hidden = narrow && !active;
			if (narrow) {
				pane.element.setAttribute('role', 'tabpanel');
			}
			else {
				pane.element.removeAttribute('role');
			}
		}
	}

	#key(event) {
		const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
		const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key] * (forward === 'ArrowRight' ? 1 : -1);
		if (!step) {
			return;
		}
		const ids = this.ids();
		this.show(ids[(ids.indexOf(this.#active) + step + ids.length) % ids.length]);
		this.#panes.get(this.#active).tab.focus();
	}

}
