package org.ssprprefill.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.LoggerFactory;
import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ValueFingerprints;
import org.ssprprefill.feed.FeedSettings;
import org.ssprprefill.feed.HrExport;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.feed.RefusedExportException;
import org.ssprprefill.feed.RowRules;
import org.ssprprefill.feed.Sha256;
import org.ssprprefill.message.Message;

/**
 * Looks at files of HR as a run would that found all of them together in its drop folder.
 * Each file is read once; of a row no more than a few numbers are kept.
 */
public final class FeedCheck {

	private final FeedSettings settings;

	private final RowRules rules;

	private final int employeeIdWidth;

	private final List<MethodKind> methods;

	private final ValueFingerprints prints = new ValueFingerprints();

	private final RowPages rows;

	private final List<CheckedFile> files = new ArrayList<>();

	private FeedCheck(FeedSettings settings, RowRules rules, int employeeIdWidth) {
		this.settings = settings;
		this.rules = rules;
		this.employeeIdWidth = employeeIdWidth;
		this.methods = rules.methods().stream().sorted().toList();
		this.rows = new RowPages(this.methods.size());
	}

	/**
	 * Looks at files.
	 * @param files the files, in any order; a run takes them by name, and so does this
	 * @param refused those that a run would refuse unopened, each with its reason
	 * @param settings how they are read
	 * @param rules what their rows must satisfy
	 * @param employeeIdWidth to how many digits employee ids are padded for comparison
	 * @param sharing how many people may share a value
	 * @return the verdict on every file and row
	 */
	public static FeedVerdict of(List<Path> files, Map<Path, Message> refused, FeedSettings settings, RowRules rules,
			int employeeIdWidth, Sharing sharing) {
		FeedCheck check = new FeedCheck(settings, rules, employeeIdWidth);
		files.stream().sorted(Comparator.comparing(FeedCheck::name)).forEach((file) -> check.read(file, refused));
		new CrossRowRules(check.rows, check.files, check.methods, sharing).settle();
		return new FeedVerdict(check.files, check.rows, check.methods);
	}

	private void read(Path file, Map<Path, Message> refused) {
		Optional<Message> because = Optional.ofNullable(refused.get(file));
		if (because.isPresent()) {
			this.files.add(CheckedFile.refused(name(file), "", because.get()));
			return;
		}
		read(file);
	}

	private void read(Path file) {
		int before = this.rows.size();
		try (HrExport export = HrExport.open(file, this.settings, this.rules)) {
			for (Optional<HrRow> row = export.next(); row.isPresent(); row = export.next()) {
				remember(row.get());
			}
			this.files.add(new CheckedFile(name(file), export.sha256(), export.charset(), export.delimiter(),
					(int) export.rows(), 0, Optional.empty(), export.headers(), export.phones()));
		}
		catch (RefusedExportException ex) {
			this.rows.forgetFrom(before);
			this.files.add(CheckedFile.refused(name(file), sha256(file), ex.reason()));
		}
		catch (UncheckedIOException ex) {
			LoggerFactory.getLogger(FeedCheck.class).debug("Not read to its end: {}", file, ex);
			this.rows.forgetFrom(before);
			this.files.add(CheckedFile.refused(name(file), "", Message.of("refused.end").then("refused.end.next")));
		}
	}

	private void remember(HrRow row) {
		long person = row.person(this.rules.matchBy(), this.employeeIdWidth).map(this.prints::of).orElse(0L);
		long[] values = new long[this.methods.size()];
		for (int method = 0; method < values.length; method++) {
			Optional<ContactValue> value = Optional.ofNullable(row.values().get(this.methods.get(method)));
			values[method] = value.map(this.prints::of).orElse(0L);
		}
		this.rows.add(row.line(), person, values, new RowPages.Remarks(row.country(), row.problems()));
	}

	private static String sha256(Path file) {
		try {
			return Files.isRegularFile(file) ? Sha256.of(file) : "";
		}
		catch (IOException ex) {
			LoggerFactory.getLogger(FeedCheck.class).debug("Cannot be read: {}", file, ex);
			return "";
		}
	}

	private static String name(Path file) {
		return String.valueOf(file.getFileName());
	}

}
