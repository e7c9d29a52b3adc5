const KINDS = ['hello', 'chat', 'person', 'message', 'deletion', 'action', 'callback_answer', 'payment'];

const PAUSE = 1500;

/**
 * Hears what happens. Each time it connects, the state comes first, so that after a pause nothing is missing.
 */
export class Live {

	#source;

	#timer;

	#ids = [];

	constructor(heard, connection) {
		this.heard = heard;
		this.connection = connection;
	}

	watch(ids) {
		this.#ids = ids;
		this.#connect();
	}

	#connect() {
		clearTimeout(this.#timer);
		this.#source?.close();
		const query = new URLSearchParams(this.#ids.map((id) => ['chat', id]));
		const source = new EventSource(`/emulator/events?${query}`);
		this.#source = source;
		source.onopen = () => this.connection(true);
		source.onerror = () => {
			this.connection(false);
			// The browser comes back by itself unless it has given up.
			if (source === this.#source && source.readyState === EventSource.CLOSED) {
				this.#timer = setTimeout(() => this.#connect(), PAUSE);
			}
		};
		for (const kind of KINDS) {
			source.addEventListener(kind, (event) => this.heard(kind, JSON.parse(event.data)));
		}
	}

}
