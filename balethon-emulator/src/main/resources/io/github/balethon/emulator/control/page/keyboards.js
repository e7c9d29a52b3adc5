import { el, icon } from './dom.js';
import { link, safeAddress } from './markdown.js';
import { openMiniApp } from './miniapp.js';
import { t } from './texts.js';

const OUT = 'M9 6h9v9M18 6 7 17';

const APP = 'M4 4h16v16H4zM4 9h16';

const COPY = 'M9 9h10v11H9zM5 15V4h10';

const rowsOf = (rows) => (Array.isArray(rows) ? rows.filter(Array.isArray) : []);

/**
 * Returns the inline keyboard of a message.
 */
export function inlineKeyboard(message, pane) {
	const rows = rowsOf(message.reply_markup?.inline_keyboard);
	if (!rows.some((row) => row.length > 0)) {
		return null;
	}
	return el('div', { class: 'inline', role: 'group', 'aria-label': t('buttons') },
		...rows.map((row) => el('div', { class: 'row' }, ...row.map((button) => inlineButton(button, message, pane)))));
}

function inlineButton(button, message, pane) {
	const label = el('span', { dir: 'auto' }, String(button.text ?? ''));
	const address = button.url ?? button.web_app?.url;
	if (address != null) {
		const safe = safeAddress(address);
		if (safe !== null && button.web_app?.url != null) {
			return appButton(safe, label, pane);
		}
		if (safe === null) {
			return el('button', { type: 'button', 'aria-disabled': 'true', title: t('unsafeLink'),
				onclick: () => pane.notice(t('unsafeLink'), true) }, label);
		}
		const anchor = link(safe, label, icon(OUT), el('span', { class: 'hidden' }, ` (${t('opensTab')})`));
		anchor.className = 'button';
		return anchor;
	}
	if (button.copy_text != null) {
		return el('button', { type: 'button', onclick: () => pane.copy(String(button.copy_text.text ?? '')) },
			label, icon(COPY), el('span', { class: 'hidden' }, ` (${t('copies')})`));
	}
	const waits = pane.waits(message.message_id, button.callback_data);
	return el('button', { type: 'button', 'aria-busy': waits ? 'true' : null,
		onclick: () => pane.press(message.message_id, button.callback_data) },
		label, waits ? el('span', { class: 'hidden' }, ` (${t('pendingPress')})`) : null);
}

function appButton(address, label, pane) {
	return el('button', { type: 'button', onclick: () => openMiniApp(pane, address, label.textContent) }, label,
		icon(APP), el('span', { class: 'hidden' }, ` (${t('opensApp')})`));
}

/**
 * Returns the current reply keyboard of the chat; null if it was removed or used.
 */
export function currentKeyboard(messages) {
	let answered = false;
	for (const message of messages.toReversed()) {
		const markup = message.reply_markup;
		if (!message.from?.is_bot) {
			answered = true;
		}
		else if (markup?.remove_keyboard) {
			return null;
		}
		else if (Array.isArray(markup?.keyboard)) {
			return answered && markup.one_time_keyboard ? null : rowsOf(markup.keyboard);
		}
	}
	return null;
}

/**
 * Returns a reply keyboard, whose buttons send their label.
 */
export function replyKeyboard(rows, pane) {
	return rows.map((row) => el('div', { class: 'row' }, ...row.map((key) => replyButton(key, pane))));
}

function replyButton(key, pane) {
	const text = String(typeof key === 'string' ? key : key.text ?? '');
	const label = el('span', { dir: 'auto' }, text);
	const address = safeAddress(key.web_app?.url);
	if (address !== null) {
		return appButton(address, label, pane);
	}
	if (key.request_contact) {
		return el('button', { type: 'button', onclick: () => pane.shareContact() }, label);
	}
	if (key.request_location) {
		return el('button', { type: 'button', onclick: () => pane.shareLocation() }, label);
	}
	return el('button', { type: 'button', onclick: () => pane.write(text) }, label);
}
