package org.ssprprefill.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.MethodKind;

/** HR's exports as the tests write and read them. */
final class Exports {

	static final String HEADER = "Nr;UPN;Mobiel;Werk;Privé e-mail;Land;Naam;Afdeling\n";

	static final Map<Field, List<String>> COLUMNS = Map.of(Field.EMPLOYEE_ID, List.of("Nr", "Personeelsnummer"),
			Field.USER_PRINCIPAL_NAME, List.of("UPN"), Field.MOBILE, List.of("Mobiel"), Field.OFFICE, List.of("Werk"),
			Field.EMAIL, List.of("Privé e-mail"), Field.COUNTRY, List.of("Land"), Field.NAME, List.of("Naam"),
			Field.GROUP, List.of("Afdeling"), Field.OBJECT_ID, List.of("Object-id"));

	static final RowRules RULES = new RowRules(
			List.of(MatchingAttribute.EMPLOYEE_ID, MatchingAttribute.USER_PRINCIPAL_NAME),
			EnumSet.of(MethodKind.MOBILE, MethodKind.OFFICE, MethodKind.EMAIL), Set.of("contoso.com"));

	private Exports() {
	}

	static FeedSettings settings(Path drop) {
		return settings(drop, Optional.empty(), Optional.empty(), COLUMNS);
	}

	static FeedSettings settings(Path drop, Optional<Charset> charset, Optional<Character> delimiter,
			Map<Field, List<String>> columns) {
		return settings(drop, charset, delimiter, columns, new Country("NL"));
	}

	static FeedSettings settings(Path drop, Country country) {
		return settings(drop, Optional.empty(), Optional.empty(), COLUMNS, country);
	}

	private static FeedSettings settings(Path drop, Optional<Charset> charset, Optional<Character> delimiter,
			Map<Field, List<String>> columns, Country country) {
		return new FeedSettings(drop, "*.csv", Duration.ofSeconds(60), false, Duration.ofHours(36), charset, delimiter,
				columns, Optional.of(country));
	}

	static Path write(Path folder, String text) {
		return write(folder, text.getBytes(StandardCharsets.UTF_8));
	}

	static Path write(Path folder, byte[] bytes) {
		try {
			return Files.write(folder.resolve("export.csv"), bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<HrRow> rows(HrExport export) throws RefusedExportException {
		List<HrRow> rows = new ArrayList<>();
		for (Optional<HrRow> row = export.next(); row.isPresent(); row = export.next()) {
			rows.add(row.get());
		}
		return rows;
	}

	static List<HrRow> rows(Path folder, String text) throws RefusedExportException {
		try (HrExport export = HrExport.open(write(folder, text), settings(folder), RULES)) {
			return rows(export);
		}
	}

	/** The only row of a file with our usual header. */
	static HrRow row(Path folder, String row) throws RefusedExportException {
		List<HrRow> rows = rows(folder, HEADER + row + "\n");
		if (rows.size() != 1) {
			throw new AssertionError(rows.size() + " rows");
		}
		return rows.get(0);
	}

}
