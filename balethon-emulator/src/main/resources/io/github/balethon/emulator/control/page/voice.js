/**
 * Records a voice message from the microphone.
 */
export class VoiceRecorder {

	#recorder = null;

	#pieces = [];

	#startedAt = 0;

	static isSupported() {
		return Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder);
	}

	get isRecording() {
		return this.#recorder !== null;
	}

	/**
	 * Starts recording; fails if the user does not permit it.
	 */
	async start() {
		const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
		this.#pieces = [];
		this.#recorder = new MediaRecorder(stream);
		this.#recorder.ondataavailable = (event) => this.#pieces.push(event.data);
		this.#startedAt = performance.now();
		this.#recorder.start();
	}

	/**
	 * Stops recording, and returns the file and its duration.
	 */
	stop() {
		const recorder = this.#recorder;
		this.#recorder = null;
		return new Promise((resolve) => {
			recorder.onstop = () => {
				recorder.stream.getTracks().forEach((track) => track.stop());
				const seconds = Math.max(1, Math.round((performance.now() - this.#startedAt) / 1000));
				resolve({ file: new File(this.#pieces, 'voice', { type: recorder.mimeType }), seconds });
			};
			recorder.stop();
		});
	}

}
