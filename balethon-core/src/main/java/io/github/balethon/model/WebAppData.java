package io.github.balethon.model;

/**
 * What a mini app sent to the bot: Bale's {@code WebAppData}.
 *
 * @param data the data, which a dishonest client can make up
 * @since 0.1.0
 */
public record WebAppData(String data) {

	public WebAppData {
		data = Received.textOrEmpty(data);
	}

	/**
	 * The length only: what people chose does not belong into logs.
	 */
	@Override
	public String toString() {
		return "WebAppData[length=" + this.data.length() + "]";
	}

}
