package org.ssprprefill.init;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.Excerpt;
import org.ssprprefill.feed.Field;
import org.ssprprefill.feed.KnownHeaders;
import org.ssprprefill.feed.MatchingAttribute;
import org.ssprprefill.feed.RefusedExportException;
import org.ssprprefill.message.Message;

/** A job definition that is proposed for a file of HR. */
public final class JobDraft {

	/** Enough to see what columns carry, little enough for seconds. */
	private static final int ROWS = 2000;

	private final Path file;

	private final Excerpt excerpt;

	private final Columns columns;

	private final CountryGuess country;

	private JobDraft(Path file, Excerpt excerpt) {
		this.file = file;
		this.excerpt = excerpt;
		Table table = new Table(excerpt);
		this.country = CountryGuess.of(table);
		this.columns = Columns.of(table, this.country.country());
	}

	/**
	 * Proposes a job definition.
	 * @param file a file of HR
	 * @return the proposal
	 * @throws RefusedExportException if the file cannot be read as a table, or nothing in
	 * it says whom a row is about or holds a number or address
	 */
	public static JobDraft of(Path file) throws RefusedExportException {
		JobDraft draft = new JobDraft(file, Excerpt.read(file, KnownHeaders.all(), ROWS, JobDraft::home));
		if (draft.matchBy().isEmpty()) {
			throw new RefusedExportException(Message.of("refused.draft.key").then("refused.draft.key.next"));
		}
		if (draft.methods().isEmpty()) {
			throw new RefusedExportException(Message.of("refused.draft.method").then("refused.draft.method.next"));
		}
		return draft;
	}

	/** The country a file is from. */
	private static Optional<Country> home(Excerpt beginning) {
		Table table = new Table(beginning);
		CountryGuess guess = CountryGuess.of(table);
		return guess.country().or(guess::likely).or(() -> CountryGuess.byLanguage(table));
	}

	/**
	 * The proposal as a job file.
	 * @return YAML with comments, which names headers and shares, and no content
	 */
	public String text() {
		return new DraftText(this).write();
	}

	/**
	 * The proposed columns.
	 * @return HR's header by the key of its field; a list where several make up a name
	 */
	public Map<String, Object> headers() {
		return choices().values()
			.stream()
			.collect(Collectors.toMap((it) -> it.field().key(),
					(it) -> (it.headers().size() == 1) ? it.headers().get(0) : it.headers()));
	}

	/**
	 * The beginning of the file.
	 * @return its header and first rows; the cells are personal data
	 */
	public Excerpt excerpt() {
		return this.excerpt;
	}

	Path file() {
		return this.file;
	}

	Map<Field, Choice> choices() {
		return this.columns.choices();
	}

	/** The columns that only people can tell of. */
	Map<Field, Choice> questions() {
		return this.columns.questions();
	}

	/** Whether a column is proposed for a field, or asked about where none is. */
	private boolean mayHave(Field field) {
		return choices().containsKey(field) || questions().containsKey(field);
	}

	List<String> unused() {
		return this.columns.unused();
	}

	List<String> repeated() {
		return this.columns.repeated();
	}

	CountryGuess country() {
		return this.country;
	}

	/**
	 * What people are matched by: as usual, or whatever else there is. A column that is
	 * only asked about counts where no other is there.
	 */
	List<MatchingAttribute> matchBy() {
		List<MatchingAttribute> proposed = matchBy(choices().keySet());
		return proposed.isEmpty() ? matchBy(questions().keySet()) : proposed;
	}

	private static List<MatchingAttribute> matchBy(Set<Field> fields) {
		List<MatchingAttribute> found = List.of(MatchingAttribute.values())
			.stream()
			.filter((attribute) -> fields.contains(attribute.field()))
			.toList();
		List<MatchingAttribute> usual = found.stream()
			.filter((attribute) -> attribute == MatchingAttribute.EMPLOYEE_ID
					|| attribute == MatchingAttribute.USER_PRINCIPAL_NAME)
			.toList();
		return usual.isEmpty() ? found.stream().limit(1).toList() : usual;
	}

	/** The methods to switch on: mobile and e-mail, or whatever else there is. */
	Set<MethodKind> methods() {
		Set<MethodKind> found = EnumSet.noneOf(MethodKind.class);
		for (MethodKind kind : MethodKind.values()) {
			if (mayHave(Field.of(kind))) {
				found.add(kind);
			}
		}
		Set<MethodKind> usual = EnumSet.of(MethodKind.MOBILE, MethodKind.EMAIL);
		usual.retainAll(found);
		return usual.isEmpty() ? found : usual;
	}

}
