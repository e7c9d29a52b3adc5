// Runs before the page is rendered, so that it does not flash in the wrong colours or direction.
(() => {
	const root = document.documentElement;
	const stored = (key) => {
		try {
			return localStorage.getItem(key);
		}
		catch {
			return null;
		}
	};
	const language = stored('balethon.language') ?? (navigator.languages.some((tag) => tag.startsWith('fa')) ? 'fa' : 'en');
	root.lang = language === 'fa' ? 'fa' : 'en';
	root.dir = root.lang === 'fa' ? 'rtl' : 'ltr';
	const theme = stored('balethon.theme');
	if (theme === 'dark' || theme === 'light') {
		root.dataset.theme = theme;
	}
})();
