const TEXTS = {
	en: {
		skip: 'Skip to message input',
		userName: 'New user’s name',
		addUser: 'Add user',
		chats: 'Chats',
		darkMode: 'Dark mode',
		otherLanguage: 'فارسی',
		ok: 'OK',
		connecting: 'connecting…',
		connected: 'connected',
		lost: 'Emulator unavailable, reconnecting…',
		firstUser: 'Sara',
		chatOf: (name, bot) => `Chat of ${name} with ${bot}`,
		messagesOf: (name) => `Messages of ${name}`,
		with: (bot) => `chats with ${bot}`,
		typing: (bot) => `${bot} is typing…`,
		close: (name) => `Close the chat of ${name}`,
		write: (name) => `Message as ${name}`,
		placeholder: 'Write a message…',
		send: 'Send',
		empty: (bot) => `Write to ${bot} or start the chat.`,
		start: 'Start',
		reply: 'Reply',
		edit: 'Edit',
		edited: 'edited',
		wrote: (name) => `${name} wrote`,
		replyTo: (name) => `Reply to ${name}`,
		editing: 'Edit message',
		cancel: 'Cancel',
		gone: 'Deleted message',
		broken: (id) => `Message ${id} cannot be displayed.`,
		brokenKeyboard: 'The keyboard cannot be displayed.',
		keyboard: 'Reply keyboard',
		buttons: 'Buttons of the message',
		opensTab: 'opens a new tab',
		copied: 'Copied.',
		notCopied: 'Could not copy.',
		copies: 'copies a text',
		unsafeLink: 'This link cannot be opened: only http and https are supported.',
		notHere: 'Contacts and locations cannot be sent from this page.',
		today: 'Today',
		yesterday: 'Yesterday',
		mention: 'Mention',
		pendingPress: 'waiting for the bot',
		newMessages: 'Newest messages',
		photo: 'Photo',
		voice: 'Voice message',
		audio: 'Music',
		video: 'Video',
		animation: 'Animation',
		document: 'File',
		sticker: 'Sticker',
		contact: 'Contact',
		location: 'Location',
		invoice: 'Invoice',
		web_app_data: 'Data of a mini app',
		pay: (amount) => `Pay ${amount} rials`,
		paid: (amount) => `Paid ${amount} rials`,
		rejected: (reason) => `The bot rejected the payment: ${reason}`,
		expired: 'The payment failed: the bot did not answer within 10 seconds.',
		joined: (names) => `${names} joined`,
		left: (name) => `${name} left`,
	},
	fa: {
		skip: 'رفتن به کادر پیام',
		userName: 'نام کاربر جدید',
		addUser: 'افزودن کاربر',
		chats: 'گفت‌وگوها',
		darkMode: 'حالت تیره',
		otherLanguage: 'English',
		ok: 'باشه',
		connecting: 'در حال اتصال…',
		connected: 'متصل',
		lost: 'شبیه‌ساز در دسترس نیست، در حال اتصال دوباره…',
		firstUser: 'سارا',
		chatOf: (name, bot) => `گفت‌وگوی ${name} با ${bot}`,
		messagesOf: (name) => `پیام‌های ${name}`,
		with: (bot) => `در گفت‌وگو با ${bot}`,
		typing: (bot) => `${bot} در حال نوشتن…`,
		close: (name) => `بستن گفت‌وگوی ${name}`,
		write: (name) => `پیام از طرف ${name}`,
		placeholder: 'پیامی بنویسید…',
		send: 'فرستادن',
		empty: (bot) => `برای ${bot} پیام بنویسید یا گفت‌وگو را شروع کنید.`,
		start: 'شروع',
		reply: 'پاسخ',
		edit: 'ویرایش',
		edited: 'ویرایش‌شده',
		wrote: (name) => `${name} نوشت`,
		replyTo: (name) => `پاسخ به ${name}`,
		editing: 'ویرایش پیام',
		cancel: 'انصراف',
		gone: 'پیام حذف‌شده',
		broken: (id) => `پیام ${id} قابل نمایش نیست.`,
		brokenKeyboard: 'صفحه‌کلید قابل نمایش نیست.',
		keyboard: 'صفحه‌کلید پاسخ',
		buttons: 'دکمه‌های پیام',
		opensTab: 'در برگهٔ تازه باز می‌شود',
		copied: 'کپی شد.',
		notCopied: 'کپی نشد.',
		copies: 'متنی را کپی می‌کند',
		unsafeLink: 'این پیوند باز نمی‌شود: فقط http و https پشتیبانی می‌شود.',
		notHere: 'از این صفحه نمی‌توان شماره یا مکان فرستاد.',
		today: 'امروز',
		yesterday: 'دیروز',
		mention: 'اشاره به کاربر',
		pendingPress: 'در انتظار بات',
		newMessages: 'تازه‌ترین پیام‌ها',
		photo: 'عکس',
		voice: 'پیام صوتی',
		audio: 'موسیقی',
		video: 'ویدیو',
		animation: 'متحرک',
		document: 'پرونده',
		sticker: 'برچسب',
		contact: 'مخاطب',
		location: 'مکان',
		invoice: 'صورت‌حساب',
		web_app_data: 'دادهٔ مینی‌اپ',
		pay: (amount) => `پرداخت ${amount} ریال`,
		paid: (amount) => `${amount} ریال پرداخت شد`,
		rejected: (reason) => `بات پرداخت را رد کرد: ${reason}`,
		expired: 'پرداخت ناموفق بود: بات تا ۱۰ ثانیه پاسخ نداد.',
		joined: (names) => `${names} به گروه پیوست`,
		left: (name) => `${name} گروه را ترک کرد`,
	},
};

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

export function startOfDay(date) {
	return new Date(date.getFullYear(), date.getMonth(), date.getDate());
}
