package org.ssprprefill.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.ssprprefill.message.Message;

/** The only file in a ZIP archive; a second one shows at the end of the first. */
final class SingleEntry extends FilterInputStream {

	static final Message OFFICE_DOCUMENT = Message.of("refused.excel").then("refused.excel.next");

	/** How the workbooks of Excel, LibreOffice and Numbers begin. */
	private static final Pattern OFFICE = Pattern
		.compile("\\[Content_Types\\]\\.xml|mimetype|content\\.xml|(_rels|docProps|customXml|xl|META-INF|Index)/.*");

	private final ZipEntries entries;

	private final ZipArchiveEntry entry;

	private final CRC32 sum = new CRC32();

	private boolean checked;

	private SingleEntry(ZipEntries entries, ZipArchiveEntry entry) {
		super(entries);
		this.entries = entries;
		this.entry = entry;
	}

	/** Goes to the file in the archive. */
	static SingleEntry open(InputStream packed) throws IOException {
		ZipEntries entries = new ZipEntries(packed);
		ZipArchiveEntry entry = entries.next()
			.orElseThrow(() -> new BrokenFileException(Message.of("refused.zip.damaged").then("refused.again")));
		if (OFFICE.matcher(entry.getName()).matches()) {
			throw new BrokenFileException(OFFICE_DOCUMENT);
		}
		return new SingleEntry(entries.readable(entry), entry);
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int read = this.in.read(target, offset, length);
		this.sum.update(target, offset, Math.max(0, read));
		if (read < 0 && !this.checked) {
			this.checked = true;
			boolean another = this.entries.next().isPresent();
			// A sum behind the data is known only now
			if (this.entry.getCrc() != this.sum.getValue()) {
				throw new ZipException("The content does not have the sum that the archive names");
			}
			if (another) {
				throw new BrokenFileException(Message.of("refused.zip.several").then("refused.zip.several.next"));
			}
			this.entries.end();
		}
		return read;
	}

}
