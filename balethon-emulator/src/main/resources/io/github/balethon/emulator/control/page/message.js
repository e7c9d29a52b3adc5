import { attachment, summary } from './attachment.js';
import { el, icon } from './dom.js';
import { inlineKeyboard } from './keyboards.js';
import { markdown } from './markdown.js';
import { openMenu } from './menu.js';
import { dayText, t, timeText } from './texts.js';

const REPLY = 'M10 8V4l-7 7 7 7v-4c5 0 8.500 1.500 11 5-.8-5.500-4-10-11-11Z';

const EDIT = 'M4 20h4L19 9l-4-4L4 16v4Zm9.500-13.500 4 4';

const MORE = 'M5 12h.01M12 12h.01M19 12h.01';

const PIN = 'M9 4h6l-1 6 3 3H7l3-3-1-6Zm3 9v7';

/**
 * Renders a message.
 */
export function messageElement(message, pane) {
	const date = new Date(message.date * 1000);
	const own = pane.isOwn(message);
	const pinned = pane.isPinned(message.message_id);
	return el('article', { class: own ? 'message own' : 'message', 'data-id': message.message_id,
		'data-album': message.content?.media_group_id,
		// A touch shows the actions of the message, as there is no hover.
		tabindex: '-1' },
		el('div', { class: 'line' },
			el('div', { class: 'bubble' },
				pane.isPrivate || own ? el('span', { class: 'hidden' }, `${t('wrote', message.from.name)}: `)
					: el('strong', { class: 'sender' }, el('bdi', {}, message.from.name)),
				forwarded(message),
				quote(message, pane),
				attachment(message, pane),
				message.text || !message.content ? el('div', { class: 'text', dir: 'auto' }, markdown(message.text, pane)) : null,
				el('footer', {},
					pinned ? el('span', { class: 'pinned', title: t('pinned') }, icon(PIN),
						el('span', { class: 'hidden' }, t('pinned'))) : null,
					message.edited ? el('span', { class: 'edited' }, t('edited')) : null,
					el('time', { datetime: date.toISOString() }, timeText(date)))),
			actions(message, own, pane)),
		message.from.is_bot ? inlineKeyboard(message, pane) : null);
}

/**
 * Renders a placeholder for a malformed message.
 */
export function brokenElement(message) {
	return el('article', { class: 'message', 'data-id': message.message_id, tabindex: '-1' },
		el('div', { class: 'line' }, el('div', { class: 'bubble broken' }, t('broken', message.message_id))));
}

function actions(message, own, pane) {
	const id = message.message_id;
	const action = (name, path, run) => el('button', { type: 'button', 'aria-label': t(name), title: t(name), onclick: run },
		icon(path));
	const pinned = pane.isPinned(id);
	return el('div', { class: 'actions' },
		action('reply', REPLY, () => pane.startReply(id)),
		own ? action('edit', EDIT, () => pane.startEdit(id)) : null,
		action('more', MORE, (event) => openMenu(event.currentTarget, [
			{ label: t('forward'), run: () => pane.forward(message) },
			{ label: t(pinned ? 'unpin' : 'pin'), run: () => pane.act('pins', { message_id: id, pinned: !pinned }) },
			{ label: t('copyText'), run: () => pane.copy(message.text) },
			{ label: t('delete'), danger: true, run: () => pane.act('deletions', { message_id: id }) },
		])));
}

function forwarded({ forwarded_from: name }) {
	return name === undefined ? null
		: el('p', { class: 'forwarded' }, name ? t('forwardedFrom', name) : t('forwardedHidden'));
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
