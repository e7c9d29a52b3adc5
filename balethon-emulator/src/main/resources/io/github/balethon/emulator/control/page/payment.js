import { get } from './api.js';
import { el } from './dom.js';
import { openSheet } from './sheet.js';
import { number, t } from './texts.js';

/**
 * The wallet: shows an invoice, pays it, and shows the outcome.
 */
export class PaymentSheet {

	#id = null;

	#status = 'cancelled';

	/** An outcome that has arrived before the response to the request. */
	#early = new Map();

	/**
	 * Opens the sheet.
	 * @param pane the chat
	 * @param invoice title, description and amount
	 * @param pay starts the payment
	 * @param closed receives the status when the sheet is closed
	 */
	constructor(pane, { title, description, total_amount: amount }, pay, closed) {
		this.pay = pay;
		this.fails = el('input', { type: 'checkbox' });
		this.button = el('button', { type: 'button', class: 'primary pay', onclick: () => this.#start() }, t('payNow'));
		this.outcome = el('p', { class: 'outcome', role: 'status' });
		this.failsLabel = el('label', { class: 'switch' }, this.fails, el('span', {}, t('letFail')));
		this.dialog = openSheet(t('payment'), [
			el('h3', { dir: 'auto' }, title),
			description ? el('p', { dir: 'auto' }, description) : null,
			el('p', { class: 'amount' }, t('rials', number(amount))),
			this.failsLabel, this.button, this.outcome,
		].filter((part) => part), { kind: 'wallet', closed: () => {
			pane.sheet = null;
			closed?.(this.#status);
		} });
		pane.sheet = this;
		this.button.focus();
	}

	/**
	 * Handles an event of a payment; whether it is the one of this sheet.
	 */
	paid(payment) {
		if (this.#id === null) {
			this.#early.set(payment.id, payment);
			return false;
		}
		if (payment.id !== this.#id) {
			return false;
		}
		this.#show(payment);
		return true;
	}

	async #start() {
		this.button.disabled = true;
		this.button.setAttribute('aria-busy', 'true');
		this.outcome.textContent = t('pendingPress');
		this.#status = 'pending';
		const payment = await this.pay(this.fails.checked);
		if (!payment) {
			this.dialog.close();
			return;
		}
		this.#id = payment.id;
		this.#show(this.#early.get(payment.id) ?? payment);
	}

	#show(payment) {
		if (payment.status === 'pending') {
			return;
		}
		this.#status = payment.status === 'rejected' ? 'failed' : payment.status;
		this.button.hidden = true;
		this.failsLabel.hidden = true;
		this.outcome.textContent = paymentOutcome(payment) ?? t('paidDone', payment.id);
		this.outcome.classList.toggle('success', payment.status === 'paid');
	}

}

/**
 * Opens the wallet for the invoice of a mini app.
 */
export async function payLink(pane, link, closed) {
	try {
		const { amount } = await get(`invoices?link=${encodeURIComponent(link)}`);
		new PaymentSheet(pane, { title: link, description: '', total_amount: amount },
			(fails) => pane.act('payments', { link, fails }), closed);
	}
	catch (error) {
		pane.notice(error.message, true);
		closed('failed');
	}
}

/**
 * Returns why a payment failed; null if it did not.
 */
export function paymentOutcome({ status, error_message: reason }) {
	switch (status) {
		case 'rejected':
			return t('rejected', reason);
		case 'failed':
			return t('expired');
		default:
			return null;
	}
}
