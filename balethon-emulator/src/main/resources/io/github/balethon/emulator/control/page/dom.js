/**
 * Creates an element. Texts become text nodes, so that the text of a message cannot become markup.
 */
export function el(tag, attributes = {}, ...children) {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (name.startsWith('on')) {
			element.addEventListener(name.slice(2), value);
		}
		else if (value === true) {
			element.setAttribute(name, '');
		}
		else if (value !== false && value != null) {
			element.setAttribute(name, value);
		}
	}
	element.append(...children.filter((child) => child != null));
	return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Creates an icon of one path.
 */
export function icon(path) {
	const svg = document.createElementNS(SVG, 'svg');
	svg.setAttribute('viewBox', '0 0 24 24');
	svg.setAttribute('aria-hidden', 'true');
	const line = document.createElementNS(SVG, 'path');
	line.setAttribute('d', path);
	svg.append(line);
	return svg;
}

/**
 * State that survives a reload, if the browser permits storage.
 */
export const memory = {
	get(key) {
		try {
			return JSON.parse(localStorage.getItem('balethon.' + key));
		}
		catch {
			return null;
		}
	},
	set(key, value) {
		try {
			localStorage.setItem('balethon.' + key, typeof value === 'string' ? value : JSON.stringify(value));
		}
		catch {
			// Storage is disabled.
		}
	},
};

/**
 * Shows the initial and the colour of a user without a photo.
 */
export function paintAvatar(element, name, id) {
	element.textContent = [...name.trim()][0] ?? '';
	element.dataset.tint = String(id % 6);
}
