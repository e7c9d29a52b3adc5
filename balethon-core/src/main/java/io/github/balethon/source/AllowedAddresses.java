package io.github.balethon.source;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * IP addresses, and ranges of them in CIDR notation. No name is resolved.
 */
final class AllowedAddresses {

	private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

	private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

	private final List<Range> ranges;

	/**
	 * Creates a list.
	 * @param addresses the addresses and ranges; empty for all addresses
	 * @throws IllegalArgumentException if one of them is malformed
	 */
	AllowedAddresses(List<String> addresses) {
		this.ranges = addresses.stream().map(AllowedAddresses::range).toList();
	}

	private static Range range(String text) {
		int slash = text.indexOf('/');
		byte[] address = bytes((slash < 0) ? text : text.substring(0, slash));
		Assert.isTrue(address != null, () -> "'" + text + "' is no IP address");
		int bits = address.length * 8;
		if (slash < 0) {
			return new Range(address, bits);
		}
		String prefix = text.substring(slash + 1);
		Assert.isTrue(prefix.matches("\\d{1,3}") && Integer.parseInt(prefix) <= bits,
				() -> "'" + text + "' has no prefix length from 0 to " + bits);
		return new Range(address, Integer.parseInt(prefix));
	}

	boolean contains(@Nullable String address) {
		if (this.ranges.isEmpty()) {
			return true;
		}
		byte[] bytes = (address != null) ? bytes(address) : null;
		return bytes != null && this.ranges.stream().anyMatch((range) -> range.contains(bytes));
	}

	private static byte @Nullable [] bytes(String address) {
		int zone = address.indexOf('%');
		String literal = (zone < 0) ? address : address.substring(0, zone);
		if (!V4.matcher(literal).matches() && !V6.matcher(literal).matches()) {
			return null;
		}
		try {
			return InetAddress.getByName(literal).getAddress();
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

	/**
	 * A range of addresses.
	 *
	 * @param address an address of the range
	 * @param bits the number of common bits
	 */
	private record Range(byte[] address, int bits) {

		private boolean contains(byte[] other) {
			if (other.length != this.address.length) {
				return false;
			}
			for (int bit = 0; bit < this.bits; bit++) {
				int mask = 0x80 >> (bit % 8);
				if ((this.address[bit / 8] & mask) != (other[bit / 8] & mask)) {
					return false;
				}
			}
			return true;
		}

	}

}
