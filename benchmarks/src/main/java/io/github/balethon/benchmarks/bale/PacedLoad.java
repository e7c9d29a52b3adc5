package io.github.balethon.benchmarks.bale;

import java.util.Arrays;

/**
 * Messages that arrive at a fixed rate from the first poll on, with the time each of them
 * takes until its echo.
 */
public final class PacedLoad extends EchoLoad {

	private final double perNano;

	private final long[] arrivedNanos;

	private final long[] ownNanos;

	private int arrived;

	private long startNanos;

	/**
	 * Creates a load.
	 * @param perSecond number of messages that arrive per second
	 * @param warmUp number of messages that are not measured
	 * @param measured number of messages that are measured
	 */
	public PacedLoad(int perSecond, int warmUp, int measured) {
		super(warmUp, measured);
		this.perNano = perSecond / 1e9;
		this.arrivedNanos = new long[warmUp + measured + 1];
		this.ownNanos = new long[warmUp + measured + 1];
	}

	@Override
	public void polled() {
		if (this.startNanos == 0) {
			this.startNanos = System.nanoTime();
		}
	}

	@Override
	public int arrived() {
		if (this.startNanos == 0) {
			return 0;
		}
		long now = System.nanoTime();
		int due = (int) Math.min(super.arrived(), (now - this.startNanos) * this.perNano);
		while (this.arrived < due) {
			this.arrived++;
			// The clock of the server is coarse; what it delivers late is not charged.
			this.arrivedNanos[this.arrived] = now;
		}
		return this.arrived;
	}

	@Override
	public void echoed(int update) {
		this.ownNanos[update] = System.nanoTime() - this.arrivedNanos[update];
		super.echoed(update);
	}

	/**
	 * A percentile of the time from the arrival of a message to its echo.
	 * @param percent the percentile
	 * @return the time in milliseconds
	 */
	public double ownMillis(int percent) {
		long[] measured = Arrays.copyOfRange(this.ownNanos, warmUp() + 1, this.ownNanos.length);
		Arrays.sort(measured);
		return measured[Math.min(measured.length - 1, measured.length * percent / 100)] / 1e6;
	}

}
