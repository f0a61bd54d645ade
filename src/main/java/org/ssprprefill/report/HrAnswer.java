package org.ssprprefill.report;

import java.util.ArrayList;
import java.util.List;

import org.ssprprefill.report.FeedSection.FeedFile;

/** What HR is told of its files after a run, in words of its own. */
public final class HrAnswer {

	private HrAnswer() {
	}

	/**
	 * The answer, the most important line first.
	 * @param feed what was delivered
	 * @param attached whether the list of rejects goes with it
	 * @param language the language of HR
	 * @return at least one line; none names a value
	 */
	public static List<String> lines(FeedSection feed, boolean attached, Language language) {
		Texts texts = Texts.in(language);
		List<String> lines = new ArrayList<>();
		lines.add(texts.say(feed.rejectsSomething() ? "hr.mend" : "hr.done"));
		for (FeedFile file : feed.files()) {
			lines.add(file.refusedBecause()
				.map((because) -> "  " + file.name() + ": " + texts.retell(because))
				.orElseGet(() -> "  " + texts.say("hr.file", file.name(), file.rows(), file.rejected())));
		}
		if (feed.rejectsSomething() && attached) {
			lines.add(texts.say("hr.list"));
		}
		return lines;
	}

}
