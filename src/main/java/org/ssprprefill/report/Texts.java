package org.ssprprefill.report;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.SampleNumber;
import org.ssprprefill.coverage.Gap;
import org.ssprprefill.doctor.CheckText;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.message.Message;

/**
 * Everything that is said to people, in one language: what stable words mean, and whole
 * sentences with their figures, dates and plurals.
 */
final class Texts {

	private static final Pattern BARRIER = Pattern.compile("\\(([a-z-]+)\\)\\.$");

	private static final Map<Language, Texts> ALL = new EnumMap<>(Language.class);

	static {
		for (Language language : Language.values()) {
			ALL.put(language, new Texts(language));
		}
	}

	private final Language language;

	private final ResourceBundle rejects;

	private final ResourceBundle words;

	private final ResourceBundle sentences;

	private Texts(Language language) {
		this.language = language;
		this.rejects = bundle("report.rejects", language);
		this.words = bundle("report.words", language);
		this.sentences = bundle("report.sentences", language);
	}

	/** The machine's own language has no say, only the one asked for, else English. */
	private static ResourceBundle bundle(String name, Language language) {
		return ResourceBundle.getBundle(name, language.locale(),
				Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
	}

	static Texts in(Language language) {
		return Objects.requireNonNull(ALL.get(language));
	}

	Language language() {
		return this.language;
	}

	/** A sentence with what belongs into it. */
	String say(String key, Object... parts) {
		return new MessageFormat(this.sentences.getString(key), this.language.locale()).format(parts);
	}

	/** A sentence as it stands, for the page's script, which puts in the figures. */
	String template(String key) {
		return this.sentences.getString(key);
	}

	/** Numbers and times as this language writes them. */
	Figures figures() {
		return new Figures(this);
	}

	/** What is kept as it stands, without places for figures. */
	String word(String key) {
		return this.words.getString(key);
	}

	/** What other parts of the program say, for example why a file was refused. */
	String tell(Message message) {
		return message.in(this.language.locale());
	}

	/** What a check is about. The ledger keeps its title in English. */
	String title(CheckLine check) {
		return check.subject().map((subject) -> CheckText.title(subject, this.language.locale())).orElse(check.title());
	}

	/** What is wrong with rows that have a problem. */
	String problem(String word) {
		return this.rejects.getString(word + ".wrong");
	}

	/** What is wrong with one row, with what was found there. */
	String problem(String word, int found, String detail) {
		if (detail.equals(HrRow.Problem.CUT_OFF)) {
			return say("cut-off.wrong");
		}
		return (found > 1) ? say("several." + word, found) : problem(word);
	}

	/** How HR mends one row, with examples of its country and what only it needs. */
	String mending(String word, String detail, Collection<Country> countries) {
		if (detail.equals(HrRow.Problem.CUT_OFF)) {
			return say("cut-off.mend");
		}
		return (mending(word, countries) + " " + besides(detail)).strip();
	}

	/**
	 * What only one row needs to be told: the country codes that would make a number of
	 * it; or which rows it contradicts, and what helps where they are of several files.
	 */
	String besides(String detail) {
		if (detail.isEmpty() || detail.startsWith("+")) {
			return detail.isEmpty() ? "" : say("code.fits", either(detail.lines().toList()));
		}
		List<String> places = new ArrayList<>();
		Set<String> files = new HashSet<>();
		detail.lines().forEach((place) -> {
			String[] parts = place.split(" ", 2);
			files.add(parts[1]);
			places.add(say("check.row", parts[1], parts[0]));
		});
		String rows = say("contradiction.rows", String.join("; ", places));
		return (files.size() > 1) ? rows + " " + say("contradiction.files") : rows;
	}

	/** How HR mends it, with numbers of these countries as examples. */
	String mending(String word, Collection<Country> countries) {
		List<String> own = countries.stream()
			.map(SampleNumber::of)
			.filter((number) -> !number.isEmpty())
			.distinct()
			.toList();
		List<String> shown = own.isEmpty() ? List.of(SampleNumber.of(this.language.examples())) : own;
		return this.rejects.getString(word + ".mend").replace("{number}", either(shown));
	}

	/** How HR mends it. */
	String mending(String word) {
		return mending(word, List.of());
	}

	private String either(List<String> several) {
		return several.stream().reduce((one, other) -> say("either", one, other)).orElse("");
	}

	/** Why a person cannot reset. */
	String gap(String word) {
		return this.words.getString("gap." + word);
	}

	/** The same inside a sentence. */
	String gapInline(String word) {
		return this.words.getString("gap." + word + ".inline");
	}

	/** What is done about it. */
	String gapRemedy(String word) {
		return this.words.getString("gap." + word + ".remedy");
	}

	/** Why a line of people.csv needs attention: a gap, or one of the other words. */
	String matter(String word) {
		return this.words.containsKey("matter." + word) ? this.words.getString("matter." + word) : gap(word);
	}

	/** What is done about a word that is no gap. */
	String matterRemedy(String word) {
		return this.words.getString("matter." + word + ".remedy");
	}

	/** Who does it; the same in every language. */
	ActionItem.Owner gapOwner(String word) {
		return ActionItem.Owner.valueOf(this.words.getString("gap." + word + ".owner"));
	}

	/**
	 * What one person needs. The ledger keeps it in English; where this program may not
	 * write to the account, the reason stands at its end.
	 */
	String personRemedy(String gap, String kept) {
		if (kept.isEmpty() || this.language == Language.EN) {
			return kept;
		}
		if (kept.equals(Gap.ADMIN_RESET_OFF.remedy())) {
			return this.words.getString("person." + Gap.ADMIN_RESET_OFF.word());
		}
		Matcher barrier = BARRIER.matcher(kept);
		return barrier.find() ? say("person.not-written", barrier.group(1)) : this.words.getString("person." + gap);
	}

	/** Who can do something, in a word. */
	String owner(ActionItem.Owner owner) {
		return say("owner." + owner.name().toLowerCase(Locale.ROOT).replace('_', '-'));
	}

	/** Why a person is not written to. */
	String barrier(String word) {
		return this.words.getString("barrier." + word);
	}

	/** Why nothing was to be done for a method. */
	String none(String word) {
		return this.words.getString("none." + word);
	}

	/** What a limit counts. */
	String limit(String word) {
		return this.words.getString("limit." + word);
	}

	/** A method's name. */
	String method(String word) {
		return this.words.getString("method." + word);
	}

	/** What a licence allows. */
	String entitles(String word) {
		return this.words.getString("entitles." + word);
	}

}
