import { safeAddress } from './markdown.js';
import { el } from './dom.js';
import { payLink } from './payment.js';
import { openSheet } from './sheet.js';
import { t } from './texts.js';

/** A mini app may be one of this machine; it must not share the origin of this page. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-modals allow-downloads';

/**
 * Opens a mini app in a sheet, with the signed data of the user.
 */
export async function openMiniApp(pane, address, title) {
	if (new URL(address).origin === location.origin) {
		pane.notice(t('unsafeApp'), true);
		return;
	}
	const opened = await pane.act('mini-apps', { url: address });
	if (!opened) {
		return;
	}
	const frame = el('iframe', { src: opened.url, title, sandbox: SANDBOX, allow: 'clipboard-write; geolocation' });
	const heard = (event) => {
		if (event.source === frame.contentWindow) {
			handle(event, { pane, frame, dialog });
		}
	};
	addEventListener('message', heard);
	const dialog = openSheet(title, [frame], { kind: 'app', closed: () => removeEventListener('message', heard) });
}

/**
 * Handles what the script of the mini app sends: a type and its data in JSON.
 */
function handle({ data, origin }, app) {
	let type, content;
	try {
		const message = typeof data === 'string' ? JSON.parse(data) : data;
		type = message.eventType;
		content = typeof message.eventData === 'string' ? JSON.parse(message.eventData) : message.eventData ?? {};
	}
	catch {
		// Not for this page.
		return;
	}
	const tell = (eventType, eventData) => app.frame.contentWindow?.postMessage(JSON.stringify({ eventType, eventData }),
		origin);
	switch (type) {
		case 'web_app_close':
			app.dialog.close();
			break;
		case 'web_app_data_send':
			app.dialog.close();
			app.pane.send({ kind: 'web_app_data', data: String(content.data ?? '') });
			break;
		case 'web_app_open_invoice':
			payLink(app.pane, String(content.slug ?? ''), (status) => tell('invoice_closed', { slug: content.slug, status }));
			break;
		case 'web_app_request_phone':
			app.pane.shareContact((sent) => tell('phone_requested', { status: sent ? 'sent' : 'cancelled' }));
			break;
		case 'web_app_open_link':
			if (safeAddress(content.url)) {
				open(safeAddress(content.url), '_blank', 'noopener,noreferrer');
			}
			break;
	}
}
