import { el } from './dom.js';
import { t } from './texts.js';

// As in Bale, a mark has white space or an end of the text on its outer side.
const MARKS = new RegExp([
	'\\n?```\\[(?<summary>[^\\]\\n]+)\\](?<details>[\\s\\S]*?)```\\n?',
	'\\[(?<label>[^\\[\\]\\n]+)\\]\\((?<target>[^()\\s]+)\\)',
	'(?<=^|\\s)\\*(?<bold>[^\\s*](?:[^*\\n]*[^\\s*])?)\\*(?=\\s|$)',
	'(?<=^|\\s)_(?<italic>[^\\s_](?:[^_\\n]*[^\\s_])?)_(?=\\s|$)',
	'(?<=^|\\s)/(?<command>[A-Za-z]\\w{0,31})(?=[\\s.,!?،؟]|$)',
	'(?<=^|\\s)@(?<handle>[A-Za-z]\\w{2,31})(?=[\\s.,!?،؟]|$)',
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
 * Renders a text with Bale's Markdown, commands and mentions, which can be pressed.
 */
export function markdown(text, pane) {
	const nodes = document.createDocumentFragment();
	let end = 0;
	for (const match of text.matchAll(MARKS)) {
		nodes.append(text.slice(end, match.index), node(match, pane));
		end = match.index + match[0].length;
	}
	nodes.append(text.slice(end));
	return nodes;
}

function node(match, pane) {
	const { summary, details, label, target, bold, italic, command, handle, address } = match.groups;
	if (summary !== undefined) {
		return el('details', {}, el('summary', {}, summary), el('div', {}, markdown(details.trim(), pane)));
	}
	if (bold !== undefined) {
		return el('strong', {}, markdown(bold, pane));
	}
	if (italic !== undefined) {
		return el('em', {}, markdown(italic, pane));
	}
	if (label !== undefined && /^uid:\d+$/.test(target)) {
		const id = target.slice(4);
		return tappable('mention', label, `${t('mention')} ${id}`, () => pane.openUser(Number(id)));
	}
	if (command !== undefined) {
		return tappable('command', `/${command}`, t('sendCommand'), () => pane.write(`/${command}`));
	}
	if (handle !== undefined) {
		return tappable('mention', `@${handle}`, t('mention'), () => pane.openHandle(handle));
	}
	const safe = safeAddress(address ?? target);
	return safe ? link(safe, address ?? markdown(label, pane)) : match[0];
}

function tappable(kind, label, title, run) {
	return el('button', { type: 'button', class: kind, title, onclick: run }, label);
}
