package org.ssprprefill.probe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.ssprprefill.ledger.ProbeRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a real tenant answered, fit to be sent in: no name, no id and no contact value. As
 * JSON the simulator takes it in place of its invented answers.
 *
 * @param cloud the cloud's word
 * @param askedAt when the probe began
 * @param lines one answer a question
 * @param looks what the registration report said, by whole hours since the first method
 * was registered
 */
public record AnswerSheet(String cloud, Instant askedAt, Map<OpenQuestion, SheetLine> lines,
		Map<Long, ReportRow> looks) {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private static final int WIDTH = 52;

	/**
	 * What the registration report said of the account.
	 *
	 * @param listed whether it lists the account
	 * @param registered {@code isSsprRegistered}
	 * @param methods {@code methodsRegistered}, a space between the words
	 * @param secondFactor the preferred second factor, or empty
	 */
	public record ReportRow(boolean listed, boolean registered, String methods, String secondFactor) {
	}

	/** Completes the lines: a question that was not asked says so. */
	public AnswerSheet {
		EnumMap<OpenQuestion, SheetLine> all = new EnumMap<>(OpenQuestion.class);
		for (OpenQuestion question : OpenQuestion.values()) {
			all.put(question, SheetLine.notAsked("an earlier answer, or this cloud, left nothing to ask"));
		}
		all.putAll(lines);
		all.put(OpenQuestion.IS_SSPR_REGISTERED, counted(looks));
		all.put(OpenQuestion.DEFAULT_SECOND_FACTOR, shown(looks, ReportRow::secondFactor));
		all.put(OpenQuestion.METHODS_REGISTERED, shown(looks, ReportRow::methods));
		lines = Collections.unmodifiableMap(all);
		looks = Collections.unmodifiableMap(new LinkedHashMap<>(looks));
	}

	private static SheetLine counted(Map<Long, ReportRow> looks) {
		Optional<Long> hours = looks.entrySet()
			.stream()
			.filter((look) -> look.getValue().registered())
			.map(Map.Entry::getKey)
			.findFirst();
		if (hours.isPresent()) {
			return SheetLine.seen("after " + hours.get() + " h");
		}
		return looks.keySet()
			.stream()
			.reduce((first, last) -> last)
			.map((last) -> SheetLine.seen("not yet after " + last + " h"))
			.orElseGet(() -> SheetLine.notAsked("the registration report was not looked at"));
	}

	/** What the report says of the account once it shows a method of it. */
	private static SheetLine shown(Map<Long, ReportRow> looks, Function<ReportRow, String> word) {
		return looks.values()
			.stream()
			.filter((row) -> !row.methods().isEmpty())
			.reduce((first, last) -> last)
			.map((row) -> SheetLine.seen(word.apply(row).isEmpty() ? "none" : word.apply(row)))
			.orElseGet(() -> SheetLine.notAsked("the registration report showed no method yet; use --wait-for-report"));
	}

	/**
	 * The same sheet with what the registration report said since.
	 * @param probe the probe as remembered
	 * @return the changed copy
	 */
	public AnswerSheet with(ProbeRecord probe) {
		Map<Long, ReportRow> said = new LinkedHashMap<>();
		probe.registeredAt()
			.ifPresent((since) -> probe.looks()
				.forEach((look) -> said.merge(look.hoursSince(since),
						new ReportRow(look.listed(), look.registered(), look.methods(), look.secondFactor()),
						(earlier, later) -> later)));
		return new AnswerSheet(this.cloud, this.askedAt, this.lines, said);
	}

	/**
	 * The sheet for programs.
	 * @return a JSON object
	 */
	public String json() {
		Map<String, Object> answers = new LinkedHashMap<>();
		this.lines.forEach((question, line) -> answers.put(question.word(), content(line)));
		List<Object> report = new ArrayList<>();
		this.looks.forEach((hours, row) -> report.add(Map.of("hours", hours, "listed", row.listed(), "isSsprRegistered",
				row.registered(), "methodsRegistered", row.methods(), "secondFactor", row.secondFactor())));
		Map<String, Object> never = new LinkedHashMap<>();
		for (NeverAsked question : NeverAsked.values()) {
			never.put(question.word(), question.because());
		}
		Map<String, Object> sheet = new LinkedHashMap<>();
		sheet.put("sheetVersion", 1);
		sheet.put("cloud", this.cloud);
		sheet.put("askedAt", this.askedAt.toString());
		sheet.put("answers", answers);
		sheet.put("report", report);
		sheet.put("neverAsked", never);
		return JSON.writeValueAsString(sheet);
	}

	private static Map<String, Object> content(SheetLine line) {
		Map<String, Object> content = new LinkedHashMap<>();
		if (line.status() != 0) {
			content.put("status", line.status());
			content.put("code", line.code());
		}
		if (!line.value().isEmpty()) {
			content.put("value", line.value());
		}
		if (!line.notAsked().isEmpty()) {
			content.put("notAsked", line.notAsked());
		}
		return content;
	}

	/**
	 * Reads a sheet that {@link #json()} wrote.
	 * @param text a JSON object
	 * @return the sheet
	 */
	public static AnswerSheet read(String text) {
		JsonNode sheet = JSON.readTree(text);
		Map<OpenQuestion, SheetLine> lines = new EnumMap<>(OpenQuestion.class);
		for (OpenQuestion question : OpenQuestion.values()) {
			JsonNode line = sheet.path("answers").path(question.word());
			if (line.isObject()) {
				lines.put(question, new SheetLine(line.path("status").asInt(0), line.path("code").asString(""),
						line.path("value").asString(""), line.path("notAsked").asString("")));
			}
		}
		Map<Long, ReportRow> looks = new LinkedHashMap<>();
		sheet.path("report")
			.forEach((row) -> looks.put(row.path("hours").asLong(),
					new ReportRow(row.path("listed").asBoolean(), row.path("isSsprRegistered").asBoolean(),
							row.path("methodsRegistered").asString(""), row.path("secondFactor").asString(""))));
		return new AnswerSheet(sheet.path("cloud").asString(""), Instant.parse(sheet.path("askedAt").asString()), lines,
				looks);
	}

	/**
	 * The sheet for people.
	 * @return lines without a line break
	 */
	public List<String> text() {
		List<String> text = new ArrayList<>();
		text.add("Answers of a tenant (" + this.cloud + ") to what Microsoft's pages leave open, asked at "
				+ this.askedAt);
		this.lines.forEach((question, line) -> text
			.add("  " + question.title() + " ".repeat(Math.max(1, WIDTH - question.title().length())) + line.words()));
		this.looks.forEach((hours, row) -> text.add("  The report " + hours + " h after the first registration: "
				+ (row.listed() ? "isSsprRegistered " + row.registered() : "the account is not listed")));
		text.add("What no test account can tell:");
		for (NeverAsked question : NeverAsked.values()) {
			text.add("  " + question.title() + ": not asked, because " + question.because());
		}
		return text;
	}

}
