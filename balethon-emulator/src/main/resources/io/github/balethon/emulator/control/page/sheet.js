import { el, icon } from './dom.js';
import { t } from './texts.js';

const CLOSE = 'M6 6l12 12M18 6 6 18';

/**
 * Opens a modal sheet. The browser keeps the focus inside, and closes it with Escape.
 */
export function openSheet(title, content, { kind = '', closed = () => {} } = {}) {
	const heading = el('h2', { dir: 'auto', id: 'sheet-title' }, title);
	const dialog = el('dialog', { class: `sheet ${kind}`, 'aria-labelledby': 'sheet-title' },
		el('header', {}, heading,
			el('button', { type: 'button', class: 'round', 'aria-label': t('closeSheet'), title: t('closeSheet'),
				onclick: () => dialog.close() }, icon(CLOSE))),
		el('div', { class: 'content' }, ...content));
	dialog.addEventListener('close', () => {
		dialog.remove();
		closed();
	});
	// A click on the backdrop has the dialog itself as its target.
	dialog.addEventListener('click', (event) => {
		if (event.target === dialog) {
			dialog.close();
		}
	});
	document.body.append(dialog);
	dialog.showModal();
	return dialog;
}

/**
 * Opens a sheet with a form, and passes the values on when it is submitted.
 */
export function openForm(title, fields, action, submit, cancelled = () => {}) {
	let submitted = false;
	const form = el('form', { class: 'fields', onsubmit: (event) => {
		event.preventDefault();
		const values = Object.fromEntries(new FormData(form));
		submitted = true;
		dialog.close();
		submit(values);
	} }, ...fields.map(({ name, label, ...attributes }) => el('label', {}, el('span', {}, label),
		el('input', { name, dir: 'auto', autocomplete: 'off', ...attributes }))),
	el('button', { class: 'primary' }, action));
	const dialog = openSheet(title, [form], { closed: () => {
		if (!submitted) {
			cancelled();
		}
	} });
}
