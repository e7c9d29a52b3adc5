import en from './texts.en.js';
import fa from './texts.fa.js';

const TEXTS = { en, fa };

const root = document.documentElement;

export function t(key, ...values) {
	const text = TEXTS[root.lang][key];
	return typeof text === 'function' ? text(...values.map((value) => `\u2068${value}\u2069`)) : text;
}

/**
 * Sets the texts of a part of the page in the current language.
 */
export function translate(part) {
	for (const element of part.querySelectorAll('[data-text]')) {
		element.textContent = t(element.dataset.text);
	}
	for (const element of part.querySelectorAll('[data-label]')) {
		element.setAttribute('aria-label', t(element.dataset.label));
		element.title = t(element.dataset.label);
	}
	for (const element of part.querySelectorAll('[data-placeholder]')) {
		element.placeholder = t(element.dataset.placeholder);
	}
}

export function switchLanguage() {
	root.lang = root.lang === 'fa' ? 'en' : 'fa';
	root.dir = root.lang === 'fa' ? 'rtl' : 'ltr';
	return root.lang;
}

const locale = () => (root.lang === 'fa' ? 'fa-IR' : 'en-GB');

export function timeText(date) {
	return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(date);
}

export function dayText(date) {
	const days = Math.round((startOfDay(new Date()) - startOfDay(date)) / 86_400_000);
	if (days === 0 || days === 1) {
		return t(days === 0 ? 'today' : 'yesterday');
	}
	return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', year: 'numeric' }).format(date);
}

/**
 * Shows a time with milliseconds.
 */
export function clockText(date) {
	return date.toTimeString().slice(0, 8) + '.' + String(date.getMilliseconds()).padStart(3, '0');
}

/**
 * Shows a number with grouped digits.
 */
export function number(value) {
	return new Intl.NumberFormat(locale()).format(value);
}

export function startOfDay(date) {
	return new Date(date.getFullYear(), date.getMonth(), date.getDate());
}
