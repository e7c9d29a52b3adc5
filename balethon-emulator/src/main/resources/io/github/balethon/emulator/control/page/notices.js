import { el } from './dom.js';

const SHOWN_FOR = 5000;

/**
 * Shows a notification above a chat for a short time. It is a live region, so that screen readers announce it.
 */
export function notice(place, text, serious = false) {
	const box = el('p', { class: serious ? 'notice serious' : 'notice', dir: 'auto' }, text);
	place.replaceChildren(box);
	setTimeout(() => box.remove(), SHOWN_FOR);
}

const waiting = [];

/**
 * Shows alerts one after the other; each has to be confirmed.
 */
export function alertBox(title, text) {
	waiting.push([title, text]);
	showNext();
}

function showNext() {
	const dialog = document.getElementById('alert');
	if (dialog.open || waiting.length === 0) {
		return;
	}
	const [title, text] = waiting.shift();
	document.getElementById('alert-title').textContent = title;
	document.getElementById('alert-text').textContent = text;
	dialog.addEventListener('close', showNext, { once: true });
	dialog.showModal();
}
