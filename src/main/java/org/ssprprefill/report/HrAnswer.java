package org.ssprprefill.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ssprprefill.message.Message;
import org.ssprprefill.report.FeedSection.FeedFile;

/**
 * What HR is told of its files, in words of its own. Every answer begins with which file,
 * when, that nothing was lost, and whom to ask.
 */
public final class HrAnswer {

	private final Texts texts;

	private final Optional<String> whomToAsk;

	private final Instant at;

	/**
	 * Prepares answers.
	 * @param language the language of HR
	 * @param whomToAsk an address that HR can write to, where the job names one
	 * @param at when the files were looked at
	 */
	public HrAnswer(Language language, Optional<String> whomToAsk, Instant at) {
		this.texts = Texts.in(language);
		this.whomToAsk = whomToAsk;
		this.at = at;
	}

	/**
	 * The mail after a run, its subject first.
	 * @param feed what was delivered
	 * @param attached whether the list of rejects goes with it
	 * @return at least three lines; none names a value
	 */
	public List<String> lines(FeedSection feed, boolean attached) {
		List<String> lines = new ArrayList<>();
		lines.add(this.texts.say(feed.rejectsSomething() ? "hr.mend" : "hr.done"));
		lines.add(this.texts.say("hr.when", this.texts.figures().moment(this.at)));
		lines.add(ask());
		for (FeedFile file : feed.files()) {
			lines.add(file.refusedBecause()
				.map((because) -> "  " + file.name() + ": " + this.texts.tell(because))
				.orElseGet(() -> "  " + this.texts.say("hr.file", file.name(), file.rows(), file.rejected())));
		}
		if (feed.rejectsSomething() && attached) {
			lines.add(this.texts.say("hr.list"));
		}
		return lines;
	}

	/**
	 * The answer beside a file that a run refused.
	 * @param file the file's name
	 * @param because why
	 * @return its lines
	 */
	public String refused(String file, Message because) {
		return text(List.of(head("hr.refused", file), ask(), "", this.texts.tell(because)));
	}

	/**
	 * The answer beside a file that does not count, because a newer one was dropped.
	 * @param file the file's name
	 * @param because which one counts
	 * @return its lines
	 */
	public String superseded(String file, Message because) {
		return text(List.of(head("hr.superseded", file), ask(), "", this.texts.tell(because)));
	}

	/**
	 * The answer of a check beside a file that waits for its run.
	 * @param file the file's name
	 * @param closing the answer in a sentence
	 * @param lines the whole answer
	 * @return its lines
	 */
	public String checked(String file, String closing, List<String> lines) {
		List<String> all = new ArrayList<>(List.of(head("hr.checked", file), closing, ask(), ""));
		all.addAll(lines);
		return text(all);
	}

	private String head(String key, String file) {
		return this.texts.say(key, Paragraph.harmless(file), this.texts.figures().moment(this.at));
	}

	private String ask() {
		return this.whomToAsk.map((address) -> this.texts.say("hr.ask", address))
			.orElseGet(() -> this.texts.say("hr.ask.administrator"));
	}

	private static String text(List<String> lines) {
		return String.join(System.lineSeparator(), lines);
	}

}
