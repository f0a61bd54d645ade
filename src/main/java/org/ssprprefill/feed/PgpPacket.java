package org.ssprprefill.feed;

/** Recognises binary OpenPGP by its first packet (RFC 9580, sections 4.2 and 5). */
final class PgpPacket {

	private PgpPacket() {
	}

	/**
	 * Whether bytes begin with a packet that a message, a signature or a key begins with:
	 * its tag, in any form of length, and a version or algorithm in use behind it.
	 */
	static boolean begins(byte[] start) {
		if (start.length < 9) {
			return false;
		}
		int first = start[0] & 0xff;
		int body = body(first, start[1] & 0xff);
		int tag = (first >= 0xc0) ? first & 0x3f : (first >> 2) & 0x0f;
		return first >= 0x80 && switch (tag) {
			// Session keys, signatures and keys of versions 2 to 6
			case 1, 2, 3, 4, 5, 6 -> isBetween(2, start[body], 6);
			case 8 -> isBetween(1, start[body], 3);
			case 10 -> start[body] == 'P' && start[body + 1] == 'G' && start[body + 2] == 'P';
			case 11 -> "btu".indexOf(start[body]) >= 0 && isBetween(0, start[body + 1], 8);
			default -> false;
		};
	}

	/** Where the packet's body begins. */
	private static int body(int tag, int length) {
		if (tag < 0xc0) {
			return switch (tag & 3) {
				case 0 -> 2;
				case 1 -> 3;
				case 2 -> 5;
				default -> 1;
			};
		}
		if (length == 0xff) {
			return 6;
		}
		return (length >= 192 && length < 224) ? 3 : 2;
	}

	private static boolean isBetween(int least, int value, int most) {
		return least <= value && value <= most;
	}

}
