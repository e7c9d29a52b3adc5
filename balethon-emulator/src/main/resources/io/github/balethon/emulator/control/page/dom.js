/**
 * Makes an element. Texts only ever become text nodes, so that nothing anybody writes can become markup.
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
 * Makes a line icon of one path.
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
 * What survives a reload; without storage the page works all the same, it only forgets.
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
			// Storage is switched off.
		}
	},
};

/**
 * The letter and the colour that stand for somebody without a photo.
 */
export function paintAvatar(element, name, id) {
	element.textContent = [...name.trim()][0] ?? '';
	element.dataset.tint = String(id % 6);
}
