import { get, post } from './api.js';
import { el } from './dom.js';
import { openForm, openSheet } from './sheet.js';
import { t } from './texts.js';

/**
 * Lists all chats of the emulator, and creates groups and channels.
 */
export async function openChats(page) {
	const chats = await get('chats');
	const kinds = ['private', 'group', 'channel'];
	const lists = kinds.map((kind) => {
		const found = chats.filter(({ type }) => type === kind);
		return found.length === 0 ? null : el('section', {}, el('h3', {}, t(kind + 'Chats')),
			list(found, (chat) => {
				dialog.close();
				page.open({ id: chat.id, name: chat.name, type: chat.type });
			}));
	}).filter((part) => part);
	const create = (kind) => el('button', { type: 'button', class: 'chip', onclick: () => {
		dialog.close();
		openCreation(page, kind);
	} }, t(`new_${kind}`));
	const dialog = openSheet(t('chats'), [...lists, el('p', { class: 'choices' }, create('group'), create('channel'))]);
}

/**
 * Lets the user choose one of the open chats.
 */
export function chooseChat(title, panes, chosen) {
	const dialog = openSheet(title, [list(panes.map((pane) => ({ id: pane.id, name: pane.chat.name, pane })), ({ pane }) => {
		dialog.close();
		chosen(pane);
	})]);
}

function list(chats, chosen) {
	return el('ul', { class: 'choices' }, ...chats.map((chat) => el('li', {},
		el('button', { type: 'button', 'data-chat': chat.id, onclick: () => chosen(chat) }, el('bdi', {}, chat.name)))));
}

function openCreation(page, kind) {
	const fields = [{ name: 'title', label: t('groupTitle'), maxlength: 255, required: true }];
	if (kind === 'channel') {
		fields.push({ name: 'username', label: t('channelUsername'), pattern: '[A-Za-z]\\w{2,31}', dir: 'ltr',
			required: true });
	}
	openForm(t(`new_${kind}`), fields, t('create'), async ({ title, username }) => {
		try {
			const users = page.users();
			const members = users.map((user) => user.id);
			const group = await post('groups', { title, username, members });
			if (kind === 'channel' && users.length) {
				await post(`groups/${group.id}`, { action: 'owner', person: users[0].id });
			}
			page.open({ id: group.id, name: group.title, type: kind });
		}
		catch (error) {
			page.notice(error.message);
		}
	});
}

/**
 * Shows the members of a group, who join, leave and get rights here.
 */
export async function showMembers(pane, page) {
	const content = el('div', { class: 'members' });
	const act = async (action, person) => {
		try {
			draw(await post(`groups/${pane.id}`, person === undefined ? { action } : { action, person }));
		}
		catch (error) {
			pane.notice(error.message, true);
			dialog.close();
		}
	};
	const actor = () => pane.user?.id;
	const draw = (group) => {
		const members = new Set(group.members.map(({ id }) => id));
		const administrators = new Set(group.administrators.map(({ id }) => id));
		const row = (name, ...actions) => el('li', {}, el('bdi', {}, name), ...actions.filter((action) => action));
		const button = (label, run) => el('button', { type: 'button', class: 'chip', onclick: run }, label);
		content.replaceChildren(
			el('p', {}, t('inviteLink'), ' ', el('bdi', { dir: 'ltr' }, group.invite_link)),
			el('ul', {},
				row(page.bot.name,
					group.bot ? button(t('removeBot'), () => act('remove_bot', actor())) : button(t('addBot'), () => act('add_bot', actor())),
					group.bot && !group.bot_administrator ? button(t('promote'), () => act('promote')) : null,
					group.bot_administrator ? button(t('demote'), () => act('demote')) : null),
				...page.users().map((user) => row(user.name,
					members.has(user.id) ? button(t('leave'), () => act('leave', user.id)) : button(t('join'), () => act('join', user.id)),
					members.has(user.id) && !administrators.has(user.id) ? button(t('promote'), () => act('promote', user.id)) : null,
					administrators.has(user.id) ? button(t('demote'), () => act('demote', user.id)) : null))));
	};
	const dialog = openSheet(pane.chat.name, [content]);
	draw(await get(`groups/${pane.id}`));
}
