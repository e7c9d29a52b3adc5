import { el } from './dom.js';
import { t } from './texts.js';

const PICTURES = ['photo', 'sticker'];

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
	if (PICTURES.includes(kind)) {
		const file = kind === 'photo' ? content.photo.at(-1) : content.sticker;
		return [el('img', { src: address(file), alt: content.sticker?.emoji || t(kind), loading: 'lazy' })];
	}
	if (FILES.includes(kind)) {
		const file = content[kind];
		return [el('a', { href: address(file), download: file.file_name ?? kind },
			el('bdi', {}, file.file_name ?? t(kind)))];
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
			return [t('paid', content.successful_payment.total_amount)];
		case 'new_chat_members':
			return [t('joined', content.new_chat_members.map((user) => user.first_name).join(', '))];
		case 'left_chat_member':
			return [t('left', content.left_chat_member.first_name)];
		default:
			return [t(kind) ?? kind];
	}
}

function invoice({ title, description, total_amount: amount }, message, pane) {
	const payment = pane.payment(message.message_id);
	const waits = payment?.status === 'pending';
	const outcome = payment && paymentOutcome(payment);
	return [el('strong', {}, el('bdi', {}, title)), el('p', {}, el('bdi', {}, description)),
		el('button', { type: 'button', class: 'primary', 'aria-busy': waits ? 'true' : null,
			onclick: () => pane.pay(message.message_id) }, t('pay', amount),
			waits ? el('span', { class: 'hidden' }, ` (${t('pendingPress')})`) : null),
		outcome ? el('p', { class: 'outcome' }, outcome) : null];
}

/**
 * Returns why a payment failed; null if it did not.
 */
export function paymentOutcome({ status, error_message: reason }) {
	switch (status) {
		case 'rejected':
			return t('rejected', reason);
		case 'failed':
			return t('expired');
		default:
			return null;
	}
}

function address(file) {
	return `emulator/files/${encodeURIComponent(file.file_id)}`;
}
