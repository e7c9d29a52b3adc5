import { el } from './dom.js';
import { openSheet } from './sheet.js';

/**
 * Shows a photo in full size.
 */
export function enlarge(address, name) {
	openSheet(name, [el('img', { src: address, alt: name })], { kind: 'viewer' });
}
