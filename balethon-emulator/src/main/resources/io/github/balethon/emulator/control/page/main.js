import { post } from './api.js';
import { memory, paintAvatar } from './dom.js';
import { Live } from './live.js';
import { Panes } from './panes.js';
import { switchLanguage, t, translate } from './texts.js';

const FIRST_ID = 1001;

const OPEN_AT_FIRST = 2;

/** Each bot of the emulator has a path of its own. */
const OPEN = 'open' + location.pathname;

const root = document.documentElement;

const byId = (id) => document.getElementById(id);

const panes = new Panes(byId('panes'), byId('tabs'), () => {
	remember();
	watch();
});

const live = new Live(heard, showConnection);

const dark = matchMedia('(prefers-color-scheme: dark)');

/** The chats that were open before the page was loaded, until the emulator has sent its users. */
let remembered = memory.get(OPEN) ?? [];

/** The users of the emulator by name. */
let known = new Map();

let bot = null;

let connected = null;

function heard(kind, data) {
	if (kind === 'hello') {
		greet(data);
	}
	else if (kind === 'person') {
		known.set(data.name, data);
	}
	else if (kind === 'reset') {
		// The chats of this page are gone.
		location.reload();
	}
	else {
		panes.hear(kind, data);
	}
}

async function greet(data) {
	bot = data.bot;
	document.title = bot.name;
	byId('bot-name').textContent = bot.name;
	byId('bot-username').textContent = `@${bot.username}`;
	paintAvatar(byId('bot-avatar'), bot.name, 0);
	known = new Map(data.people.map((user) => [user.name, user]));
	const open = new Map([...remembered, ...panes.users()].map((user) => [user.id, user]));
	if (open.size === 0) {
		const users = data.people.length ? data.people.slice(0, OPEN_AT_FIRST) : [{ id: FIRST_ID, name: t('firstUser') }];
		users.forEach((user) => open.set(user.id, user));
	}
	const there = new Set(data.people.map((user) => user.id));
	const missing = [...open.values()].filter((user) => !there.has(user.id));
	// A new emulator at the same address has no users.
	await Promise.all(missing.map((user) => post('people', user)));
	remembered = [];
	const opened = [...open.values()].filter((user) => !panes.ids().includes(user.id));
	const active = panes.active ?? opened[0].id;
	opened.forEach((user) => panes.open(user, bot));
	panes.show(active);
	if (opened.length) {
		panes.focus(active);
	}
	if (opened.length || missing.length) {
		remember();
		watch();
	}
}

function watch() {
	live.watch(panes.ids());
}

function remember() {
	memory.set(OPEN, panes.users());
}

async function addUser(event) {
	event.preventDefault();
	const input = byId('new-user-name');
	const name = input.value.trim();
	if (!name || !bot) {
		return;
	}
	input.value = '';
	let user = known.get(name);
	try {
		user ??= await post('people', { name });
	}
	catch {
		// The emulator is unavailable, which the header shows already.
		input.value = name;
		return;
	}
	panes.open(user, bot);
	panes.focus(user.id);
	remember();
	watch();
}

function showConnection(now) {
	connected = now;
	const text = connected === null ? 'connecting' : connected ? 'connected' : 'lost';
	byId('connection').textContent = t(text);
	byId('connection').dataset.state = text;
}

function isDark() {
	return root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches;
}

function showTheme() {
	byId('theme').setAttribute('aria-pressed', String(isDark()));
}

function speak() {
	translate(document);
	const other = byId('language');
	other.textContent = t('otherLanguage');
	other.lang = root.lang === 'fa' ? 'en' : 'fa';
	showConnection(connected);
	panes.speak();
}

byId('new-user').addEventListener('submit', addUser);
byId('theme').addEventListener('click', () => {
	root.dataset.theme = isDark() ? 'light' : 'dark';
	memory.set('theme', root.dataset.theme);
	showTheme();
});
dark.addEventListener('change', showTheme);
byId('language').addEventListener('click', () => {
	memory.set('language', switchLanguage());
	speak();
});
byId('skip').addEventListener('click', (event) => {
	event.preventDefault();
	panes.focus(panes.active);
});
speak();
showTheme();
live.watch(remembered.map((user) => user.id));
