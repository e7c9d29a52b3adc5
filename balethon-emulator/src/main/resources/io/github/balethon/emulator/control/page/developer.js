import { get, post, remove } from './api.js';
import { el, icon } from './dom.js';
import { clockText, t, translate } from './texts.js';

const MOST_SHOWN = 300;

const CLOSE = 'M6 6l12 12M18 6 6 18';

/** Faults that a press injects. */
const FAULTS = [
	{ name: 'faultStatus', body: { method: 'sendMessage', kind: 'status', code: 502, times: 1 } },
	{ name: 'faultLimit', body: { method: 'sendMessage', kind: 'too_many_requests', retry_after: 5, times: 1 } },
	{ name: 'faultSlow', body: { method: 'sendMessage', kind: 'delay', milliseconds: 3000 } },
	{ name: 'faultLost', body: { method: 'sendMessage', kind: 'reset', times: 1, after_effect: true } },
	{ name: 'faultTwice', body: { method: 'getUpdates', kind: 'duplicates' } },
];

/**
 * The panel for developers: updates and calls with their times, and switches for faults and quirks.
 */
export class Developer {

	#entries = new Map();

	constructor(panel, changed) {
		this.panel = panel;
		this.changed = changed;
		this.polls = el('input', { type: 'checkbox', onchange: () => this.#filter() });
		this.line = el('input', { type: 'checkbox', onchange: () => this.#cut() });
		this.faults = el('ul', { class: 'active' });
		this.quirks = el('fieldset', {});
		this.status = el('p', { class: 'problem', role: 'status' });
		this.list = el('ol', { class: 'trace', tabindex: '0', 'data-aria': 'trace' });
		panel.append(
			el('header', {}, el('h2', { 'data-text': 'developer' }), el('button', { type: 'button', class: 'round',
				'data-label': 'closeSheet', onclick: () => this.toggle(false) }, icon(CLOSE))),
			el('div', { class: 'switches' },
				el('label', { class: 'switch' }, this.line, el('span', { 'data-text': 'cutLine' })),
				el('div', { class: 'faults', role: 'group', 'data-aria': 'faults' },
					...FAULTS.map(({ name, body }) => el('button', { type: 'button', class: 'chip', 'data-text': name,
						onclick: () => this.#inject(body) }))),
				this.faults,
				el('details', { ontoggle: () => this.#loadQuirks() }, el('summary', { 'data-text': 'quirks' }), this.quirks),
				this.status,
				el('label', { class: 'switch' }, this.polls, el('span', { 'data-text': 'showPolls' })),
				el('button', { type: 'button', class: 'chip', 'data-text': 'clear', onclick: () => this.#clear() })),
			this.list);
		this.speak();
	}

	get isOpen() {
		return !this.panel.hidden;
	}

	toggle(open = !this.isOpen) {
		this.panel.hidden = !open;
		this.changed(open);
		if (open) {
			this.#loadState();
		}
	}

	speak() {
		translate(this.panel);
		this.panel.setAttribute('aria-label', t('developer'));
		for (const part of this.panel.querySelectorAll('[data-aria]')) {
			part.setAttribute('aria-label', t(part.dataset.aria));
		}
	}

	hear(kind, data) {
		switch (kind) {
			case 'update':
				this.#update(data);
				break;
			case 'call':
				this.#call(data);
				break;
			case 'handled':
				this.#handled(data);
				break;
		}
	}

	#update({ update_id: id, added_at: time, update: text }) {
		const update = parsed(text);
		const kind = Object.keys(update ?? {}).find((name) => name !== 'update_id') ?? '?';
		const entry = this.#add('update', time, `↓ ${kind} ${id}`, update ?? text);
		this.#entries.set(id, entry);
		if (this.#entries.size > MOST_SHOWN) {
			this.#entries.delete(this.#entries.keys().next().value);
		}
	}

	#call({ method, arrived_at: time, status, milliseconds, ...rest }) {
		const entry = this.#add('call', time, `↑ ${method} ${status || '–'} · ${milliseconds} ms`, rest);
		entry.dataset.method = method;
		entry.classList.toggle('failed', status === 0 || status >= 400);
		entry.hidden = method === 'getUpdates' && !this.polls.checked;
	}

	#handled({ update_id: id, handler, milliseconds, error }) {
		const summary = this.#entries.get(id)?.querySelector('summary');
		const took = milliseconds === undefined ? '' : ` · ${milliseconds} ms`;
		summary?.append(el('span', { class: error ? 'handler failed' : 'handler' },
			`→ ${handler}${took}${error ? ` · ${error}` : ''}`));
	}

	#add(kind, time, title, content) {
		const atEnd = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 40;
		const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
		const entry = el('li', { class: kind }, el('details', {}, el('summary', {},
			el('time', { dir: 'ltr' }, clockText(new Date(time))), ' ', el('code', { dir: 'ltr' }, title)),
		el('pre', { dir: 'ltr', tabindex: '0' }, text)));
		this.list.append(entry);
		if (this.list.children.length > MOST_SHOWN) {
			this.list.firstElementChild.remove();
		}
		if (atEnd) {
			this.list.scrollTop = this.list.scrollHeight;
		}
		return entry;
	}

	#filter() {
		for (const entry of this.list.querySelectorAll('[data-method="getUpdates"]')) {
			entry.hidden = !this.polls.checked;
		}
	}

	#clear() {
		this.list.replaceChildren();
		this.#entries.clear();
	}

	#loadState() {
		return this.#try(async () => {
			this.line.checked = (await get('network')).state !== 'up';
			this.#drawFaults(await get('faults'));
		});
	}

	#cut() {
		return this.#try(() => post('network', { state: this.line.checked ? 'black_hole' : 'up' }));
	}

	#inject(body) {
		return this.#try(async () => {
			await post('faults', body);
			this.#drawFaults(await get('faults'));
		});
	}

	#drawFaults(faults) {
		this.faults.replaceChildren(...faults.map(({ id, method, fault, hits }) => el('li', {},
			el('code', { dir: 'ltr' }, `${method ?? '*'}: ${fault} (${hits})`),
			el('button', { type: 'button', class: 'chip', onclick: () => this.#try(async () => {
				await remove(`faults/${id}`);
				this.#drawFaults(await get('faults'));
			}) }, t('removeFault')))));
	}

	#loadQuirks() {
		return this.#try(async () => {
			const [all, enabled] = await Promise.all([get('quirks?all=true'), get('quirks')]);
			this.quirks.replaceChildren(el('legend', { class: 'hidden' }, t('quirks')),
				...all.map((quirk) => {
					const box = el('input', { type: 'checkbox', onchange: () => this.#try(() => post('quirks',
						{ quirk, on: box.checked })) });
					box.checked = enabled.includes(quirk);
					return el('label', { class: 'switch' }, box, el('code', { dir: 'ltr' }, quirk));
				}));
		});
	}

	async #try(work) {
		try {
			this.status.textContent = '';
			await work();
		}
		catch (error) {
			this.status.textContent = error instanceof TypeError ? t('lost') : error.message;
		}
	}

}

function parsed(text) {
	try {
		return JSON.parse(text);
	}
	catch {
		return null;
	}
}
