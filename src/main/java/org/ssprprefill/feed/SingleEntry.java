package org.ssprprefill.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The only file in a ZIP archive; a second one shows at the end of the first. */
final class SingleEntry extends FilterInputStream {

	private final ZipInputStream archive;

	private boolean checked;

	private SingleEntry(ZipInputStream archive) {
		super(archive);
		this.archive = archive;
	}

	/** Goes to the file in the archive. */
	static SingleEntry open(ZipInputStream archive) throws IOException {
		String name = next(archive).orElseThrow(() -> new BrokenFileException(
				"The file is a damaged Excel workbook or an empty ZIP archive, not a CSV file."
						+ " Export it again as 'CSV UTF-8'."));
		if (name.equals("[Content_Types].xml") || name.startsWith("_rels/") || name.startsWith("xl/")
				|| name.equals("mimetype")) {
			throw new BrokenFileException("The file is an Excel workbook or another office document, not a CSV file."
					+ " Open it and save it as 'CSV UTF-8'.");
		}
		return new SingleEntry(archive);
	}

	/** The next entry that is a file of somebody's, not of his computer's. */
	private static Optional<String> next(ZipInputStream archive) throws IOException {
		for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
			String name = entry.getName();
			if (!entry.isDirectory() && !name.startsWith("__MACOSX/") && !name.endsWith(".DS_Store")) {
				return Optional.of(name);
			}
		}
		return Optional.empty();
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int read = this.archive.read(target, offset, length);
		if (read < 0 && !this.checked) {
			this.checked = true;
			if (next(this.archive).isPresent()) {
				throw new BrokenFileException(
						"The ZIP archive holds more than one file. Drop one archive for each CSV file.");
			}
		}
		return read;
	}

}
