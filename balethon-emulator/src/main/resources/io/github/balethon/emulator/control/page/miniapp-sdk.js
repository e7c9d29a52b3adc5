/*
 * The script of mini apps for the emulator: window.Bale.WebApp with the members that are documented. It needs no
 * network. A page loads it instead of https://tapi.bale.ai/miniapp.js while it is developed.
 */
(function () {
	'use strict';
	var fragment = {};
	location.hash.slice(1).split('&').forEach(function (part) {
		var at = part.indexOf('=');
		if (at > 0) {
			fragment[part.slice(0, at)] = decodeURIComponent(part.slice(at + 1));
		}
	});
	var initData = fragment.tgWebAppData || '';
	var unsafe = {};
	new URLSearchParams(initData).forEach(function (value, name) {
		try {
			unsafe[name] = name === 'user' ? JSON.parse(value) : value;
		}
		catch (ignored) {
			unsafe[name] = value;
		}
	});
	var handlers = {};
	var invoices = {};
	var contacts = [];
	var confirms = false;

	function post(type, data) {
		parent.postMessage(JSON.stringify({ eventType: type, eventData: data || {} }), '*');
	}

	function emit(name, data) {
		(handlers[name] || []).slice().forEach(function (handler) {
			handler.call(WebApp, data);
		});
	}

	function button(name, event) {
		return {
			isVisible: false,
			show: function () {
				this.isVisible = true;
				post('web_app_setup_' + name, { is_visible: true });
			},
			hide: function () {
				this.isVisible = false;
				post('web_app_setup_' + name, { is_visible: false });
			},
			onClick: function (handler) {
				WebApp.onEvent(event, handler);
			},
			offClick: function (handler) {
				WebApp.offEvent(event, handler);
			},
		};
	}

	addEventListener('message', function (message) {
		if (message.source !== parent) {
			return;
		}
		var event;
		try {
			event = JSON.parse(message.data);
		}
		catch (ignored) {
			return;
		}
		var data = event.eventData || {};
		if (event.eventType === 'invoice_closed') {
			var closed = invoices[data.slug];
			delete invoices[data.slug];
			if (closed) {
				closed(data.status);
			}
			emit('invoiceClosed', { url: data.slug, status: data.status });
		}
		else if (event.eventType === 'phone_requested') {
			var asked = contacts.shift();
			if (asked) {
				asked(data.status === 'sent');
			}
			emit('contactRequested', { status: data.status });
		}
	});

	var WebApp = {
		initData: initData,
		initDataUnsafe: unsafe,
		platform: fragment.tgWebAppPlatform || '',
		version: fragment.tgWebAppVersion || '',
		themeParams: {},
		isMiniAppSupported: true,
		isClosingConfirmationEnabled: false,
		ready: function () {
			post('web_app_ready');
		},
		expand: function () {
			post('web_app_expand');
		},
		close: function () {
			post('web_app_close');
		},
		sendData: function (data) {
			post('web_app_data_send', { data: String(data) });
		},
		openInvoice: function (id, callback) {
			invoices[id] = callback;
			post('web_app_open_invoice', { slug: id });
		},
		openLink: function (url) {
			post('web_app_open_link', { url: String(url) });
		},
		requestContact: function (callback) {
			contacts.push(callback);
			post('web_app_request_phone');
		},
		enableClosingConfirmation: function () {
			confirms = true;
			this.isClosingConfirmationEnabled = confirms;
		},
		disableClosingConfirmation: function () {
			confirms = false;
			this.isClosingConfirmationEnabled = confirms;
		},
		setHeaderColor: function () {},
		onEvent: function (name, handler) {
			(handlers[name] = handlers[name] || []).push(handler);
		},
		offEvent: function (name, handler) {
			handlers[name] = (handlers[name] || []).filter(function (other) {
				return other !== handler;
			});
		},
	};
	WebApp.BackButton = button('back_button', 'backButtonPressed');
	WebApp.SettingsButton = button('settings_button', 'settingsButtonPressed');
	window.Bale = window.Bale || {};
	window.Bale.WebApp = WebApp;
})();
