package org.ssprprefill.feed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A ZIP archive as one program or another writes it (APPNOTE 4.3).
 *
 * @param name the name of the file in it, in the character set of that program
 * @param method how APPNOTE 4.4.5 numbers the way it is packed
 * @param flags the bits of APPNOTE 4.4.4
 * @param large whether its sizes have eight bytes, as from a pipe
 * @param marked whether a descriptor behind the content begins with its signature
 */
record ZipForm(byte[] name, int method, int flags, boolean large, boolean marked) {

	/** The sizes stand behind the content. */
	static final int BEHIND = 8;

	static ZipForm of(String name, String charset, int method, int flags) {
		return new ZipForm(name.getBytes(Charset.forName(charset)), method, flags, false, true);
	}

	ZipForm fromAPipe() {
		return new ZipForm(this.name, this.method, this.flags, true, this.marked);
	}

	ZipForm unmarked() {
		return new ZipForm(this.name, this.method, this.flags, this.large, false);
	}

	byte[] bytes(byte[] content) {
		byte[] packed = (this.method == 8) ? deflated(content) : content;
		CRC32 sum = new CRC32();
		sum.update(content);
		int crc = (int) sum.getValue();
		boolean behind = (this.flags & BEHIND) != 0;
		ByteBuffer zip = ByteBuffer.allocate(packed.length + 400).order(ByteOrder.LITTLE_ENDIAN);
		zip.putInt(0x04034b50).putShort((short) (this.large ? 45 : 20));
		common(zip, behind ? 0 : crc);
		sizes(zip, behind ? 0 : packed.length, behind ? 0 : content.length);
		zip.putShort((short) this.name.length).putShort((short) (this.large ? 20 : 0)).put(this.name);
		if (this.large) {
			zip.putShort((short) 1).putShort((short) 16);
			zip.putLong(behind ? 0 : content.length).putLong(behind ? 0 : packed.length);
		}
		zip.put(packed);
		if (behind) {
			descriptor(zip, crc, packed.length, content.length);
		}
		int start = zip.position();
		zip.putInt(0x02014b50).putShort((short) 0x31e).putShort((short) 20);
		common(zip, crc);
		zip.putInt(packed.length).putInt(content.length).putShort((short) this.name.length);
		zip.put(new byte[16]).put(this.name);
		int size = zip.position() - start;
		zip.putInt(0x06054b50).putInt(0).putShort((short) 1).putShort((short) 1).putInt(size).putInt(start);
		zip.putShort((short) 0);
		return Arrays.copyOf(zip.array(), zip.position());
	}

	private void common(ByteBuffer zip, int crc) {
		zip.putShort((short) this.flags).putShort((short) this.method).putInt(0).putInt(crc);
	}

	private void sizes(ByteBuffer zip, int packed, int content) {
		zip.putInt(this.large ? -1 : packed).putInt(this.large ? -1 : content);
	}

	private void descriptor(ByteBuffer zip, int crc, int packed, int content) {
		if (this.marked) {
			zip.putInt(0x08074b50);
		}
		zip.putInt(crc);
		if (this.large) {
			zip.putLong(packed).putLong(content);
		}
		else {
			zip.putInt(packed).putInt(content);
		}
	}

	private static byte[] deflated(byte[] content) {
		Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
		deflater.setInput(content);
		deflater.finish();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		byte[] part = new byte[4096];
		while (!deflater.finished()) {
			bytes.write(part, 0, deflater.deflate(part));
		}
		deflater.end();
		return bytes.toByteArray();
	}

}
