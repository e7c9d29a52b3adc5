import { attachment, summary } from './attachment.js';
import { el, icon } from './dom.js';
import { inlineKeyboard } from './keyboards.js';
import { markdown } from './markdown.js';
import { dayText, t, timeText } from './texts.js';

const REPLY = 'M10 8V4l-7 7 7 7v-4c5 0 8.500 1.500 11 5-.8-5.500-4-10-11-11Z';

const EDIT = 'M4 20h4L19 9l-4-4L4 16v4Zm9.500-13.500 4 4';

/**
 * Renders a message.
 */
export function messageElement(message, pane) {
	const date = new Date(message.date * 1000);
	const own = !message.from.is_bot;
	return el('article', { class: own ? 'message own' : 'message', 'data-id': message.message_id,
		// A touch shows the actions of the message, as there is no hover.
		tabindex: '-1' },
		el('div', { class: 'line' },
			el('div', { class: 'bubble' },
				el('span', { class: 'hidden' }, `${t('wrote', message.from.name)}: `),
				quote(message, pane),
				attachment(message, pane),
				message.text || !message.content ? el('div', { class: 'text', dir: 'auto' }, markdown(message.text)) : null,
				el('footer', {},
					message.edited ? el('span', { class: 'edited' }, t('edited')) : null,
					el('time', { datetime: date.toISOString() }, timeText(date)))),
			actions(message, own, pane)),
		own ? null : inlineKeyboard(message, pane));
}

/**
 * Renders a placeholder for a malformed message.
 */
export function brokenElement(message) {
	return el('article', { class: 'message', 'data-id': message.message_id, tabindex: '-1' },
		el('div', { class: 'line' }, el('div', { class: 'bubble broken' }, t('broken', message.message_id))));
}

function actions(message, own, pane) {
	const action = (name, path, run) => el('button', { type: 'button', 'aria-label': t(name), title: t(name), onclick: run },
		icon(path));
	return el('div', { class: 'actions' },
		action('reply', REPLY, () => pane.startReply(message.message_id)),
		own ? action('edit', EDIT, () => pane.startEdit(message.message_id)) : null);
}

function quote(message, pane) {
	const id = message.reply_to_message_id;
	if (id === undefined) {
		return null;
	}
	const answered = pane.find(id);
	return el('blockquote', { class: answered ? null : 'gone' },
		answered ? el('strong', {}, el('bdi', {}, answered.from.name)) : null,
		el('span', {}, el('bdi', {}, answered ? summary(answered) : t('gone'))));
}

export function dayElement(date) {
	return el('p', { class: 'day' }, el('span', {}, dayText(date)));
}
