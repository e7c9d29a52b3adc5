import { el } from './dom.js';

/**
 * Opens a menu of buttons beside the button that opened it. The arrow keys move the focus, Escape returns it.
 */
export function openMenu(anchor, items) {
	const menu = el('div', { class: 'menu', role: 'menu', popover: 'auto', onkeydown: (event) => key(event, menu) },
		...items.filter((item) => item).map(({ label, run, danger }) => el('button', { type: 'button', role: 'menuitem',
			class: danger ? 'danger' : null, onclick: () => {
				menu.hidePopover();
				run();
			} }, label)));
	menu.addEventListener('toggle', (event) => {
		if (event.newState === 'closed') {
			const focused = menu.contains(document.activeElement);
			anchor.setAttribute('aria-expanded', 'false');
			menu.remove();
			if (focused) {
				anchor.focus();
			}
		}
	});
	// Inside a dialog, if the anchor is, as the rest of the page is inert.
	(anchor.closest('dialog') ?? document.body).append(menu);
	anchor.setAttribute('aria-haspopup', 'menu');
	anchor.setAttribute('aria-expanded', 'true');
	menu.showPopover();
	place(menu, anchor);
	menu.firstElementChild?.focus();
}

function place(menu, anchor) {
	const at = anchor.getBoundingClientRect();
	const { width, height } = menu.getBoundingClientRect();
	const rtl = document.documentElement.dir === 'rtl';
	const left = rtl ? at.right - width : at.left;
	const top = at.bottom + height > innerHeight ? at.top - height : at.bottom;
	menu.style.left = `${Math.max(4, Math.min(left, innerWidth - width - 4))}px`;
	menu.style.top = `${Math.max(4, top)}px`;
}

function key(event, menu) {
	const buttons = [...menu.children];
	const at = buttons.indexOf(document.activeElement);
	const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	if (step) {
		event.preventDefault();
		buttons[(at + step + buttons.length) % buttons.length].focus();
	}
	else if (event.key === 'Home' || event.key === 'End') {
		event.preventDefault();
		buttons.at(event.key === 'Home' ? 0 : -1).focus();
	}
	else if (event.key === 'Tab') {
		menu.hidePopover();
	}
}
