import { el } from './dom.js';
import { t } from './texts.js';

// As in Bale, a mark has white space or an end of the text on its outer side.
const MARKS = new RegExp([
	'\\n?```\\[(?<summary>[^\\]\\n]+)\\](?<details>[\\s\\S]*?)```\\n?',
	'\\[(?<label>[^\\[\\]\\n]+)\\]\\((?<target>[^()\\s]+)\\)',
	'(?<=^|\\s)\\*(?<bold>[^\\s*](?:[^*\\n]*[^\\s*])?)\\*(?=\\s|$)',
	'(?<=^|\\s)_(?<italic>[^\\s_](?:[^_\\n]*[^\\s_])?)_(?=\\s|$)',
	'(?<address>https?://[^\\s<>"\'()]+[^\\s<>"\'().,;:!?،؛؟])',
].join('|'), 'gu');

/**
 * Returns a URL that may be opened, otherwise null: a link of a bot must not run a script.
 */
export function safeAddress(text) {
	try {
		const url = new URL(text);
		return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
	}
	catch {
		return null;
	}
}

export function link(address, ...content) {
	return el('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow' }, ...content);
}

/**
 * Renders a text with Bale's Markdown.
 */
export function markdown(text) {
	const nodes = document.createDocumentFragment();
	let end = 0;
	for (const match of text.matchAll(MARKS)) {
		nodes.append(text.slice(end, match.index), node(match));
		end = match.index + match[0].length;
	}
	nodes.append(text.slice(end));
	return nodes;
}

function node(match) {
	const { summary, details, label, target, bold, italic, address } = match.groups;
	if (summary !== undefined) {
		return el('details', {}, el('summary', {}, summary), el('div', {}, markdown(details.trim())));
	}
	if (bold !== undefined) {
		return el('strong', {}, markdown(bold));
	}
	if (italic !== undefined) {
		return el('em', {}, markdown(italic));
	}
	if (label !== undefined && /^uid:\d+$/.test(target)) {
		return el('span', { class: 'mention', title: `${t('mention')} ${target.slice(4)}` }, label);
	}
	const safe = safeAddress(address ?? target);
	return safe ? link(safe, address ?? markdown(label)) : match[0];
}
