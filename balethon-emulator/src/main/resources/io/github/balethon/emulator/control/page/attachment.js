import { el } from './dom.js';
import { sizeText } from './files.js';
import { paymentOutcome, PaymentSheet } from './payment.js';
import { number, t } from './texts.js';
import { enlarge } from './viewer.js';

const FILES = ['voice', 'audio', 'video', 'animation', 'document'];

/**
 * Returns the attachment of a message; null for a text.
 */
export function attachment(message, pane) {
	const { kind, content } = message;
	if (!content) {
		return null;
	}
	return el('div', { class: `attachment ${kind}` }, ...parts(kind, content, message, pane));
}

/**
 * Returns a short description of a message.
 */
export function summary(message) {
	return message.text || (message.kind ? t(message.kind) ?? message.kind : '');
}

function parts(kind, content, message, pane) {
	if (kind === 'photo') {
		const address = addressOf(content.photo.at(-1));
		const name = message.text || t('photo');
		return [el('button', { type: 'button', class: 'enlarge', 'aria-label': t('enlarge', name),
			onclick: () => enlarge(address, name) }, el('img', { src: address, alt: '', loading: 'lazy' }))];
	}
	if (kind === 'sticker') {
		return [el('img', { src: addressOf(content.sticker), alt: content.sticker.emoji || t('sticker'), loading: 'lazy' })];
	}
	if (FILES.includes(kind)) {
		return [player(kind, content[kind]), download(kind, content[kind])];
	}
	switch (kind) {
		case 'contact':
			return [el('strong', {}, el('bdi', {}, content.contact.first_name)), ' ',
				el('bdi', {}, content.contact.phone_number)];
		case 'location':
			return [t('location'), ' ', el('bdi', {}, `${content.location.latitude}, ${content.location.longitude}`)];
		case 'invoice':
			return invoice(content.invoice, message, pane);
		case 'successful_payment':
			return [t('paid', number(content.successful_payment.total_amount))];
		case 'new_chat_members':
			return [t('joined', content.new_chat_members.map((user) => user.first_name).join(', '))];
		case 'left_chat_member':
			return [t('left', content.left_chat_member.first_name)];
		case 'pinned_message':
			return [t('pinnedMessage')];
		default:
			return [t(kind) ?? kind];
	}
}

/**
 * Returns a player; null for a file that cannot be played.
 */
function player(kind, file) {
	const address = addressOf(file);
	const name = file.file_name ?? t(kind);
	if (kind === 'voice' || kind === 'audio') {
		return el('audio', { controls: true, preload: 'metadata', src: address, 'aria-label': name });
	}
	if (kind === 'video') {
		return el('video', { controls: true, preload: 'metadata', src: address, 'aria-label': name });
	}
	if (kind === 'animation') {
		return file.mime_type?.startsWith('image/') ? el('img', { src: address, alt: name, loading: 'lazy' })
			: el('video', { controls: true, loop: true, preload: 'metadata', src: address, 'aria-label': name });
	}
	return null;
}

function download(kind, file) {
	const size = file.file_size === undefined ? null
		: el('span', { class: 'size' }, ` ${sizeText(file.file_size, document.documentElement.lang)}`);
	return el('p', {}, el('a', { href: addressOf(file), download: file.file_name ?? kind },
		el('bdi', {}, file.file_name ?? t(kind))), size);
}

function invoice(bill, message, pane) {
	const payment = pane.payment(message.message_id);
	const waits = payment?.status === 'pending';
	const outcome = payment && paymentOutcome(payment);
	return [el('strong', {}, el('bdi', {}, bill.title)), el('p', {}, el('bdi', {}, bill.description)),
		el('button', { type: 'button', class: 'primary', 'aria-busy': waits ? 'true' : null,
			onclick: () => new PaymentSheet(pane, bill, (fails) => pane.pay(message.message_id, fails)) },
		t('pay', number(bill.total_amount)),
		waits ? el('span', { class: 'hidden' }, ` (${t('pendingPress')})`) : null),
		outcome ? el('p', { class: 'outcome' }, outcome) : null];
}

function addressOf(file) {
	return `emulator/files/${encodeURIComponent(file.file_id)}`;
}
