import { el } from './dom.js';

const SHOWN_FOR = 5000;

/**
 * Shows a short text above a chat for a while. The place is a live region, so that it is read out.
 */
export function notice(place, text, serious = false) {
	const box = el('p', { class: serious ? 'notice serious' : 'notice', dir: 'auto' }, text);
	place.replaceChildren(box);
	setTimeout(() => box.remove(), SHOWN_FOR);
}

const waiting = [];

/**
 * Shows a text that has to be confirmed; one after the other.
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
