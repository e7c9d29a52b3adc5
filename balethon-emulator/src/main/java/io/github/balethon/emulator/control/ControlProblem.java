package io.github.balethon.emulator.control;

/**
 * A request to the control API that cannot be fulfilled.
 */
final class ControlProblem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	ControlProblem(int status, String sentence) {
		super(sentence, null, false, false);
		this.status = status;
	}

	int status() {
		return this.status;
	}

}
