package org.ssprprefill.init;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.Field;
import org.ssprprefill.feed.MatchingAttribute;

/** Writes a draft as YAML; what a person must settle begins with a question mark. */
final class DraftText {

	private static final int WIDTH = 100;

	private final JobDraft draft;

	private final StringBuilder yaml = new StringBuilder();

	DraftText(JobDraft draft) {
		this.draft = draft;
	}

	String write() {
		line("# yaml-language-server: $schema=job.schema.json");
		remark("", "A job definition proposed from " + name() + ", from its header and its first "
				+ this.draft.excerpt().rows().size() + " rows.");
		remark("", "Look at it before you use it, above all at the lines that begin with a question mark. Every other"
				+ " key has a default.");
		tenant();
		feed();
		match();
		methods();
		return this.yaml.toString();
	}

	private void tenant() {
		line("");
		line("tenant:");
		ask("  ", "Which tenant? Its id or a verified domain, and how the program signs in.");
		line("  id: ${SSPR_TENANT_ID}");
		line("  client-id: ${SSPR_CLIENT_ID}");
		remark("  ", "Or certificate: /etc/sspr-prefill/app.pem, managed-identity: true, workload-identity: true.");
		line("  client-secret: ${SSPR_CLIENT_SECRET}");
	}

	private void feed() {
		line("");
		line("feed:");
		ask("  ", "Which folder does HR drop its files into?");
		line("  drop: /srv/hr/drop");
		if (!name().toLowerCase(Locale.ROOT).endsWith(".csv") && name().matches(".+\\.\\w+")) {
			line("  files: " + quoted("*" + name().substring(name().lastIndexOf('.'))));
		}
		remark("  ", "Recognised in this file. With auto it is recognised anew in each.");
		this.draft.excerpt()
			.country()
			.ifPresent((country) -> ask("  ", "The bytes fit two character sets, and Windows in " + country.code()
					+ " writes this one: are the names in rejects.csv right?"));
		line("  charset: " + this.draft.excerpt().charset());
		line("  delimiter: " + quoted(String.valueOf(this.draft.excerpt().delimiter())));
		line("  columns:");
		for (Field field : Field.values()) {
			Optional.ofNullable(this.draft.choices().get(field)).ifPresent(this::column);
			Optional.ofNullable(this.draft.questions().get(field)).ifPresent(this::question);
		}
		if (!this.draft.repeated().isEmpty()) {
			ask("    ", "More than one column has the header " + list(this.draft.repeated())
					+ ", so none of them can be named. Can the export give each a header of its own?");
		}
		List<String> references = this.draft.excerpt().headers().stream().filter(Columns::isReference).toList();
		if (!references.isEmpty()) {
			ask("    ", "A job definition reads ${…} as a reference, so it cannot name " + list(references)
					+ ". Can the export give another header?");
		}
		if (!this.draft.unused().isEmpty()) {
			remark("    ", "Not used: " + list(this.draft.unused()) + ".");
		}
		country();
	}

	/** An unknown header proves nothing, so a person must take the mark off the line. */
	private void question(Choice choice) {
		ask("    ", choice.evidence() + ", but the header is not known. Is it this column? Then take the mark off.");
		if (!choice.others().isEmpty()) {
			ask("    ", "Or is it " + list(choice.others()) + "?");
		}
		line("    # " + choice.field().key() + ": " + quoted(choice.headers().get(0)));
	}

	private void column(Choice choice) {
		remark("    ", choice.evidence() + ".");
		if (choice.field() == Field.COUNTRY) {
			remark("    ",
					"Numbers without a country code are read as numbers of this country: it must be the phone's.");
		}
		choice.doubt().ifPresent((doubt) -> ask("    ", doubt));
		if (!choice.others().isEmpty()) {
			ask("    ", "Or is it " + list(choice.others()) + "?");
		}
		String headers = list(choice.headers());
		line("    " + choice.field().key() + ": " + ((choice.headers().size() == 1) ? headers : '[' + headers + ']'));
	}

	private void country() {
		CountryGuess guess = this.draft.country();
		String reason = guess.reason();
		if (guess.certain()) {
			remark("  ", reason);
		}
		else {
			ask("  ", reason);
		}
		line(guess.country()
			.map((country) -> "  default-country: " + quoted(country.code()))
			.orElse("  # default-country: " + guess.likely().map(Country::code).orElse("two letters")));
	}

	private void match() {
		List<MatchingAttribute> matchBy = this.draft.matchBy();
		line("");
		line("match:");
		if (!matchBy.contains(MatchingAttribute.EMPLOYEE_ID)
				&& !matchBy.contains(MatchingAttribute.USER_PRINCIPAL_NAME)) {
			ask("  ", "The file has neither employee id nor sign-in name. Is this attribute the same in Entra?");
		}
		else if (matchBy.contains(MatchingAttribute.EMPLOYEE_ID)) {
			ask("  ", "Does Entra hold the same employee ids, leading zeros included?");
		}
		line("  by: [" + matchBy.stream().map(MatchingAttribute::word).collect(Collectors.joining(", ")) + "]");
	}

	private void methods() {
		line("");
		line("methods:");
		for (MethodKind kind : MethodKind.values()) {
			boolean on = this.draft.methods().contains(kind);
			if (!on && this.draft.choices().containsKey(Field.of(kind))) {
				ask("  ", "There is a column for it. Shall it be registered too (missing)?");
			}
			line("  " + kind.word() + ": " + (on ? "missing" : "off"));
		}
		line("");
		remark("", "A first run writes to nearly everybody, so begin with a few.");
		line("scope:");
		line("  pilot: 25");
		ask("  ", "Which accounts for emergencies must never be touched?");
		line("  exclude: []");
	}

	private String name() {
		return printable(String.valueOf(this.draft.file().getFileName()));
	}

	private static String list(List<String> headers) {
		return headers.stream().map(DraftText::quoted).collect(Collectors.joining(", "));
	}

	private void ask(String indent, String question) {
		remark(indent, "? " + question);
	}

	private void remark(String indent, String text) {
		StringBuilder line = new StringBuilder();
		for (String word : printable(text).split(" ")) {
			if (indent.length() + 2 + line.length() + word.length() > WIDTH) {
				line(indent + "# " + line.toString().stripTrailing());
				line.setLength(0);
			}
			line.append(word).append(' ');
		}
		line(indent + "# " + line.toString().stripTrailing());
	}

	private void line(String text) {
		this.yaml.append(text).append('\n');
	}

	private static String quoted(String text) {
		String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t").replace("\n", "\\n");
		return '"' + printable(escaped) + '"';
	}

	/** A line end in a comment would begin a line of YAML. */
	private static String printable(String text) {
		return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ");
	}

}
