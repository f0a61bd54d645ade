package org.ssprprefill.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A workbook that was dropped instead of an export, or an archive that no job unpacks:
 * answered rather than passed over, although its name matches nothing that the job reads.
 */
final class Workbook {

	private static final Pattern NAME = Pattern.compile("(?!~\\$|\\.).+\\.(xlsx|xlsm|xlsb|xls|ods|fods|numbers)");

	/** What is packed so that nothing here unpacks it. */
	private static final Pattern ARCHIVE = Pattern.compile("(?!~\\$|\\.).+\\.(7z|rar|tar|bz2|xz|zst|lz4|lz|lzma)");

	/** The header of tar is no longer. */
	private static final int START = 512;

	/** ZIP archives, compound files of old and of locked workbooks, and XML. */
	private static final Pattern CONTENT = Pattern
		.compile("PK\u0003\u0004|\u00d0\u00cf\u0011\u00e0|(\u00ef\u00bb\u00bf)?<\\?xml");

	private static final DroppedFile.State REFUSED = new DroppedFile.Refused(SingleEntry.OFFICE_DOCUMENT);

	private Workbook() {
	}

	static boolean isNamedLikeOne(Path path) {
		String name = PlainName.of(path).toLowerCase(Locale.ROOT);
		return NAME.matcher(name).matches() || ARCHIVE.matcher(name).matches();
	}

	/** The file as refused, once it is whole; nothing if it is no workbook after all. */
	static Optional<DroppedFile> refused(DroppedFile file) {
		if (!(file.state() instanceof DroppedFile.Settled)) {
			return Optional.of(file);
		}
		try (InputStream in = Files.newInputStream(file.path())) {
			byte[] start = in.readNBytes(START);
			Optional<DroppedFile.State> refused = isArchive(file)
					? FileSignature.ofBytes(start).map(DroppedFile.Refused::new) : Optional.of(REFUSED)
						.filter((it) -> CONTENT.matcher(new String(start, StandardCharsets.ISO_8859_1)).lookingAt());
			return refused
				.map((state) -> new DroppedFile(file.name(), file.path(), file.stamp(), file.sha256(), state));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private static boolean isArchive(DroppedFile file) {
		return ARCHIVE.matcher(file.name().toLowerCase(Locale.ROOT)).matches();
	}

}
