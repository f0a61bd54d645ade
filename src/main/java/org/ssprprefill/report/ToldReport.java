package org.ssprprefill.report;

import java.util.List;

/**
 * A report in the words of its reader. What checks and refused files say is kept in
 * English, as {@code report.json} shows it; people read it in their own language.
 */
public final class ToldReport {

	private ToldReport() {
	}

	/**
	 * Whole sentences in a reader's language.
	 * @param language the language
	 * @param english sentences of checks or about refused files
	 * @return the same, told again as far as they are known
	 */
	public static String sentences(Language language, String english) {
		return Texts.in(language).retell(english);
	}

	static RunReport in(Language language, RunReport report) {
		if (language == Language.EN) {
			return report;
		}
		Texts texts = Texts.in(language);
		return new RunReport(report.run(), report.feed(), report.matching(), report.plan(), report.outcomes(),
				report.licence(), report.coverage(),
				report.checks().stream().map((check) -> check(check, texts)).toList(), report.graph(), report.steps());
	}

	private static CheckLine check(CheckLine check, Texts texts) {
		return new CheckLine(check.id(), check.status(), texts.title(check), texts.retell(check.detail()),
				check.remedy().map(texts::retell), check.skippedBecause());
	}

}
