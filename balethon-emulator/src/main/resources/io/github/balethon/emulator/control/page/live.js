const KINDS = ['hello', 'chat', 'person', 'message', 'deletion', 'action', 'callback_answer', 'payment', 'pins', 'review',
	'commands', 'update', 'call', 'handled', 'reset'];

const PAUSE = 1500;

/**
 * Receives events. Each connection starts with the state of the watched chats, so that nothing is missing after an
 * interruption; it counts as connected after the state.
 */
export class Live {

	#source;

	#timer;

	#ids = [];

	#log = false;

	/** The watched chats whose state this connection has not received yet. */
	#pending = new Set();

	constructor(heard, connection) {
		this.heard = heard;
		this.connection = connection;
	}

	/**
	 * Watches chats, and on request updates and calls of the bot.
	 */
	watch(ids, log = false) {
		this.#ids = ids;
		this.#log = log;
		this.#connect();
	}

	#connect() {
		clearTimeout(this.#timer);
		this.#source?.close();
		const query = new URLSearchParams(this.#ids.map((id) => ['chat', id]));
		if (this.#log) {
			query.set('log', 'true');
		}
		const source = new EventSource(`emulator/events?${query}`);
		this.#source = source;
		source.onopen = () => {
			this.#pending = new Set(this.#ids);
		};
		source.onerror = () => {
			this.connection(false);
			// The browser reconnects unless it has given up.
			if (source === this.#source && source.readyState === EventSource.CLOSED) {
				this.#timer = setTimeout(() => this.#connect(), PAUSE);
			}
		};
		for (const kind of KINDS) {
			source.addEventListener(kind, (event) => this.#receive(kind, JSON.parse(event.data)));
		}
	}

	#receive(kind, data) {
		this.heard(kind, data);
		if (kind === 'chat' && this.#pending.delete(data.id) && this.#pending.size === 0) {
			this.connection(true);
		}
	}

}
