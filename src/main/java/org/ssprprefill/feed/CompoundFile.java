package org.ssprprefill.feed;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.ssprprefill.message.Message;

/**
 * The container of old Office documents, of locked new ones and of Outlook's messages
 * (MS-CFB): which of them it is, the names of its streams tell.
 */
final class CompoundFile {

	private static final byte[] MAGIC = { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a,
			(byte) 0xe1 };

	private static final int HEADER = 512;

	private static final int SECTOR_SHIFT = 30;

	private static final int DIRECTORY = 48;

	private static final int ENTRY = 128;

	private static final int NAME_LENGTH = 64;

	/** The first entries tell; in small files their sectors stand one behind another. */
	private static final int ENTRIES = 32;

	/** By the beginning of a stream's name; a locked workbook holds no other. */
	private static final List<Kind> KINDS = List.of(
			new Kind("EncryptedPackage", Message.of("refused.locked").then("refused.excel.next")),
			new Kind("Workbook", Message.of("refused.old-excel").then("refused.excel.next")),
			new Kind("Book", Message.of("refused.old-excel").then("refused.excel.next")),
			new Kind("WordDocument", Message.of("refused.word").then("refused.again")),
			new Kind("PowerPoint Document", Message.of("refused.powerpoint").then("refused.again")),
			new Kind("__nameid_version1.0", Message.of("refused.mail").then("refused.mail.next")),
			new Kind("__properties_version1.0", Message.of("refused.mail").then("refused.mail.next")),
			new Kind("__substg1.0_", Message.of("refused.mail").then("refused.mail.next")));

	private CompoundFile() {
	}

	static boolean isOne(byte[] start) {
		return start.length >= MAGIC.length && Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
	}

	/**
	 * What is said of such a file.
	 * @param in its bytes from the first one
	 */
	static Message refusal(InputStream in) throws IOException {
		byte[] directory = directory(in);
		for (Kind kind : KINDS) {
			for (int at = 0; at + ENTRY <= directory.length; at += ENTRY) {
				if (name(directory, at).startsWith(kind.stream())) {
					return kind.refusal();
				}
			}
		}
		return Message.of("refused.compound").then("refused.excel.next");
	}

	private static byte[] directory(InputStream in) throws IOException {
		byte[] header = in.readNBytes(HEADER);
		if (header.length < HEADER) {
			return new byte[0];
		}
		ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
		long size = 1L << Math.min(fields.getShort(SECTOR_SHIFT) & 0xff, Short.SIZE);
		long sector = Integer.toUnsignedLong(fields.getInt(DIRECTORY));
		try {
			in.skipNBytes(Math.max(0, (sector + 1) * size - HEADER));
			return in.readNBytes(ENTRIES * ENTRY);
		}
		catch (EOFException ex) {
			return new byte[0];
		}
	}

	private static String name(byte[] directory, int at) {
		int length = Math.min(NAME_LENGTH, directory[at + NAME_LENGTH] & 0xff);
		return new String(directory, at, length, StandardCharsets.UTF_16LE);
	}

	/**
	 * What such a container may be.
	 *
	 * @param stream how the name of a stream begins that only this kind has
	 * @param refusal what is said of it, and what to do
	 */
	private record Kind(String stream, Message refusal) {
	}

}
