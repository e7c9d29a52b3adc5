import { get, post } from './api.js';
import { chooseChat, openChats, showMembers } from './chats.js';
import { Developer } from './developer.js';
import { memory, paintAvatar } from './dom.js';
import { Live } from './live.js';
import { alertBox } from './notices.js';
import { Panes } from './panes.js';
import { switchLanguage, t, translate } from './texts.js';

const FIRST_ID = 1001;

const OPEN_AT_FIRST = 2;

/** Each bot of the emulator has a path of its own. */
const OPEN = 'open' + location.pathname;

const root = document.documentElement;

const byId = (id) => document.getElementById(id);

/** What chats need of the page. */
const page = {
	get bot() {
		return bot;
	},
	users: () => [...known.values()],
	open: (chat) => openChat(chat),
	openUser(id) {
		const user = known.get(id);
		if (user) {
			openChat(user);
		}
		return Boolean(user);
	},
	close(id) {
		if (panes.ids().length > 1) {
			panes.close(id);
		}
	},
	chooseChat(title, chosen) {
		const open = [];
		panes.forEach((pane) => open.push(pane));
		chooseChat(title, open, chosen);
	},
	showMembers: (pane) => showMembers(pane, page).catch((error) => pane.notice(error.message, true)),
	notice: (text) => alertBox(bot.name, text),
};

const panes = new Panes(byId('panes'), byId('tabs'), page, () => {
	remember();
	watch();
});

const live = new Live(heard, showConnection);

const developer = new Developer(byId('developer'), (open) => {
	byId('developer-button').setAttribute('aria-expanded', String(open));
	memory.set('developer', open);
	watch();
	if (!open) {
		byId('developer-button').focus();
	}
});

const dark = matchMedia('(prefers-color-scheme: dark)');

/** The chats that were open before the page was loaded, until the emulator has sent its users. */
let remembered = memory.get(OPEN) ?? [];

/** The users of the emulator by identifier. */
let known = new Map();

let bot = null;

let connected = null;

function heard(kind, data) {
	if (kind === 'hello') {
		greet(data);
	}
	else if (kind === 'person') {
		known.set(data.id, data);
		panes.forEach((pane) => pane.senders.set(page.users()));
	}
	else if (kind === 'commands') {
		bot.commands = data.commands;
		showCommands();
	}
	else if (kind === 'reset') {
		// The chats of this page are gone.
		location.reload();
	}
	else if (['update', 'call', 'handled'].includes(kind)) {
		developer.hear(kind, data);
	}
	else {
		panes.hear(kind, data);
	}
}

async function greet(data) {
	bot = { ...data.bot, commands: data.commands };
	document.title = bot.name;
	byId('bot-name').textContent = bot.name;
	byId('bot-username').textContent = `@${bot.username}`;
	paintAvatar(byId('bot-avatar'), bot.name, 0);
	known = new Map(data.people.map((user) => [user.id, user]));
	const open = new Map([...remembered, ...panes.chats()].map((chat) => [chat.id, chat]));
	await dropGoneGroups(open);
	if (open.size === 0) {
		const users = data.people.length ? data.people.slice(0, OPEN_AT_FIRST) : [{ id: FIRST_ID, name: t('firstUser') }];
		users.forEach((user) => open.set(user.id, user));
	}
	const there = new Set(data.people.map((user) => user.id));
	const missing = [...open.values()].filter((chat) => isPrivate(chat) && !there.has(chat.id));
	// A new emulator at the same address has no users.
	await Promise.all(missing.map(({ id, name }) => post('people', { id, name })));
	missing.forEach((user) => known.set(user.id, user));
	remembered = [];
	const opened = [...open.values()].filter((chat) => !panes.ids().includes(chat.id));
	const active = panes.ids().includes(panes.active) ? panes.active : opened[0]?.id;
	opened.forEach((chat) => panes.open(withType(chat), bot));
	panes.forEach((pane) => pane.senders.set(page.users()));
	showCommands();
	panes.show(active);
	if (opened.length) {
		panes.focus(active);
	}
	if (opened.length || missing.length) {
		remember();
		watch();
	}
}

/**
 * Groups cannot be created again with their identifier.
 */
async function dropGoneGroups(open) {
	const groups = [...open.values()].filter((chat) => !isPrivate(chat));
	if (groups.length === 0) {
		return;
	}
	const there = new Set((await get('groups')).map(({ id }) => id));
	for (const { id } of groups.filter((group) => !there.has(group.id))) {
		open.delete(id);
		if (panes.ids().includes(id) && panes.ids().length > 1) {
			panes.close(id);
		}
	}
}

function isPrivate(chat) {
	return (chat.type ?? 'private') === 'private';
}

function withType({ id, name, type = 'private' }) {
	return { id, name, type };
}

function openChat(chat) {
	panes.open(withType(chat), bot);
	panes.focus(chat.id);
	showCommands();
	remember();
	watch();
}

function showCommands() {
	panes.forEach((pane) => pane.composer.setCommands(bot.commands));
}

function watch() {
	live.watch(panes.ids(), developer.isOpen);
}

function remember() {
	memory.set(OPEN, panes.chats());
}

async function addUser(event) {
	event.preventDefault();
	const input = byId('new-user-name');
	const name = input.value.trim();
	if (!name || !bot) {
		return;
	}
	input.value = '';
	let user = page.users().find((each) => each.name === name);
	try {
		user ??= await post('people', { name });
	}
	catch {
		// The emulator is unavailable, which the header shows already.
		input.value = name;
		return;
	}
	openChat(user);
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
	developer.speak();
	panes.speak();
}

byId('new-user').addEventListener('submit', addUser);
byId('chats').addEventListener('click', () => openChats(page).catch((error) => page.notice(error.message)));
byId('developer-button').addEventListener('click', () => developer.toggle());
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
if (memory.get('developer')) {
	developer.toggle(true);
}
live.watch(remembered.map((chat) => chat.id), developer.isOpen);
