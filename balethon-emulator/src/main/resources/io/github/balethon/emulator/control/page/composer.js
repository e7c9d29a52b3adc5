import { CommandMenu } from './commands.js';
import { el, icon } from './dom.js';
import { attachmentOf, isAlbum, isTooLarge, kindOf } from './files.js';
import { openMenu } from './menu.js';
import { openForm } from './sheet.js';
import { t } from './texts.js';
import { VoiceRecorder } from './voice.js';

const SEND = 'M4 12 20 4l-5 16-3.500-6.500L4 12Zm7.500 1.500L20 4';

const CLIP = 'M20 11.500l-8 8a5 5 0 0 1-7-7l8.500-8.500a3.500 3.500 0 0 1 5 5L10 17.500a1.800 1.800 0 0 1-2.600-2.600L15 7.500';

const MICROPHONE = 'M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3Zm-6-3a6 6 0 0 0 12 0m-6 6v3';

const SLASH = 'M5 4h14v16H5zM14 8l-4 8';

const REMOVE = 'M6 6l12 12M18 6 6 18';

const VISUAL = 'image/*,video/*';

/**
 * Where a user writes and chooses what to send.
 */
export class Composer {

	/** The chosen files. */
	#files = [];

	#recorder = new VoiceRecorder();

	constructor(pane, { submit, key }) {
		this.pane = pane;
		this.submitText = submit;
		this.input = el('textarea', { rows: '1', dir: 'auto', 'data-placeholder': 'placeholder', enterkeyhint: 'send',
			oninput: () => this.#typed(), onkeydown: (event) => this.#key(event, key),
			onblur: () => this.commands.close(), onpaste: (event) => this.#paste(event) });
		this.commands = new CommandMenu(this.input, pane.id, (text) => this.#send(text));
		this.file = el('input', { type: 'file', hidden: true, multiple: true, onchange: () => this.#picked() });
		this.tray = el('ul', { class: 'tray', hidden: true });
		this.clip = el('button', { type: 'button', class: 'round', 'data-label': 'attach',
			onclick: () => this.#openMenu() }, icon(CLIP));
		this.slash = el('button', { type: 'button', class: 'round', 'data-label': 'commands', hidden: true,
			onclick: () => this.#openCommands() }, icon(SLASH));
		this.voice = el('button', { type: 'button', class: 'round voice', 'aria-pressed': 'false',
			'data-label': 'recordVoice', hidden: !VoiceRecorder.isSupported(), onclick: () => this.#record() },
		icon(MICROPHONE));
		this.form = el('form', { class: 'composer', onsubmit: (event) => this.#submit(event) }, this.clip, this.slash,
			this.input, this.file, this.voice, el('button', { class: 'round send', 'data-label': 'send' }, icon(SEND)));
		this.elements = [this.commands.list, this.tray, this.form];
	}

	/**
	 * Accepts files that are dropped on a part of the page.
	 */
	acceptDrops(part) {
		part.addEventListener('dragover', (event) => {
			if (event.dataTransfer.types.includes('Files')) {
				event.preventDefault();
				part.classList.add('drop');
			}
		});
		part.addEventListener('dragleave', () => part.classList.remove('drop'));
		part.addEventListener('drop', (event) => {
			part.classList.remove('drop');
			if (event.dataTransfer.files.length) {
				event.preventDefault();
				this.#add([...event.dataTransfer.files]);
			}
		});
	}

	speak() {
		this.commands.speak();
		this.#drawTray();
	}

	setCommands(commands) {
		this.commands.set(commands);
		this.slash.hidden = this.commands.isEmpty;
	}

	get text() {
		return this.input.value;
	}

	set text(text) {
		this.input.value = text;
		this.fit();
	}

	fit() {
		this.input.style.height = '';
		if (this.input.value) {
			this.input.style.height = `${this.input.scrollHeight + 2}px`;
		}
	}

	#typed() {
		this.fit();
		this.commands.update();
	}

	#key(event, other) {
		if (this.commands.key(event)) {
			return;
		}
		if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
			event.preventDefault();
			this.form.requestSubmit();
		}
		else {
			other(event);
		}
	}

	#submit(event) {
		event.preventDefault();
		const text = this.text.trim();
		if (this.#files.length) {
			this.#sendFiles(text);
		}
		else if (text) {
			this.submitText(text);
		}
	}

	#send(text) {
		this.text = '';
		this.pane.write(text);
	}

	async #sendFiles(caption) {
		const files = this.#files;
		this.#files = [];
		this.text = '';
		this.#drawTray();
		const kinds = files.map(({ kind }) => kind);
		const album = isAlbum(kinds);
		const attachments = await Promise.all(files.map(({ file, kind }, index) => attachmentOf(file, kind,
			index === 0 ? caption : '')));
		const bodies = album ? [{ attachments }] : attachments.map((attachment) => ({ attachment }));
		for (const body of bodies) {
			if (!await this.pane.act('messages', body)) {
				this.#files = files;
				this.text = caption;
				this.#drawTray();
				return;
			}
		}
	}

	#openCommands() {
		this.text = '/';
		this.input.focus();
		this.commands.update();
	}

	#openMenu() {
		openMenu(this.clip, [
			{ label: t('attachVisual'), run: () => this.#pick(VISUAL) },
			{ label: t('attachFile'), run: () => this.#pick('', 'document') },
			{ label: t('attachMusic'), run: () => this.#pick('audio/*', 'audio') },
			{ label: t('attachVoice'), run: () => this.#pick('audio/*', 'voice') },
			{ label: t('attachLocation'), run: () => this.sendLocation() },
			{ label: t('attachContact'), run: () => this.sendContact() },
		]);
	}

	sendLocation() {
		openForm(t('attachLocation'), [
			{ name: 'latitude', label: t('latitude'), type: 'number', step: 'any', min: -90, max: 90, value: '35.6997',
				required: true },
			{ name: 'longitude', label: t('longitude'), type: 'number', step: 'any', min: -180, max: 180,
				value: '51.3381', required: true },
		], t('send'), ({ latitude, longitude }) => this.pane.send({ kind: 'location', latitude: Number(latitude),
			longitude: Number(longitude) }));
	}

	/**
	 * Sends a contact: the user's own, unless a name is entered.
	 */
	sendContact(own = false, sent = () => {}) {
		openForm(own ? t('shareContact') : t('attachContact'), [
			{ name: 'phone', label: t('phone'), type: 'tel', value: '+989120000000', required: true },
			...own ? [] : [{ name: 'name', label: t('contactName') }],
		], t('send'), async ({ phone, name }) => {
			const contact = { kind: 'contact', phone_number: phone };
			sent(Boolean(await this.pane.send(name?.trim() ? { ...contact, first_name: name.trim() } : contact)));
		}, () => sent(false));
	}

	#pick(accept, kind = '') {
		this.file.accept = accept;
		this.file.dataset.kind = kind;
		this.file.click();
	}

	#picked() {
		this.#add([...this.file.files], this.file.dataset.kind);
		this.file.value = '';
	}

	#paste(event) {
		if (event.clipboardData.files.length) {
			event.preventDefault();
			this.#add([...event.clipboardData.files]);
		}
	}

	#add(files, kind = '') {
		for (const file of files) {
			if (isTooLarge(file)) {
				this.pane.notice(t('tooLarge', file.name), true);
			}
			else {
				this.#files.push({ file, kind: kind || kindOf(file) });
			}
		}
		this.#drawTray();
		this.input.focus();
	}

	#drawTray() {
		this.tray.hidden = this.#files.length === 0;
		this.tray.setAttribute('aria-label', t('chosenFiles'));
		this.tray.replaceChildren(...this.#files.map(({ file, kind }) => el('li', {},
			kind === 'photo' ? preview(file) : null, el('bdi', {}, file.name || t(kind)),
			el('button', { type: 'button', class: 'round', 'aria-label': t('removeFile', file.name), onclick: () => {
				this.#files = this.#files.filter((other) => other.file !== file);
				this.#drawTray();
				this.input.focus();
			} }, icon(REMOVE)))));
	}

	async #record() {
		try {
			if (!this.#recorder.isRecording) {
				await this.#recorder.start();
				this.#showRecording(true);
				return;
			}
			this.#showRecording(false);
			const { file, seconds } = await this.#recorder.stop();
			await this.pane.send({ ...await attachmentOf(file, 'voice'), seconds });
		}
		catch (error) {
			this.#showRecording(false);
			this.pane.notice(t('noMicrophone', error.message), true);
		}
	}

	#showRecording(on) {
		this.voice.setAttribute('aria-pressed', String(on));
		this.voice.dataset.label = on ? 'stopRecording' : 'recordVoice';
		this.voice.setAttribute('aria-label', t(this.voice.dataset.label));
		this.voice.title = t(this.voice.dataset.label);
	}

}

function preview(file) {
	const image = el('img', { alt: '', src: URL.createObjectURL(file) });
	image.addEventListener('load', () => URL.revokeObjectURL(image.src));
	return image;
}
