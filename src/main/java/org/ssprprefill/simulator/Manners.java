package org.ssprprefill.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What else an answer sheet tells of a tenant: statuses of success, the form of numbers,
 * pages of the report, limits and their headers.
 */
final class Manners {

	private static final Pattern ANSWERED = Pattern.compile("(\\d{1,3}) of (\\d{1,3}) answered");

	private static final Pattern ROWS = Pattern.compile("(\\d{1,3}) rows, more follow");

	private static final Pattern AFTER = Pattern.compile("after (\\d{1,4}) h");

	/** Digits of a number, by E.164. */
	private static final int LONGEST = 15;

	private final Map<String, Invented> told = new LinkedHashMap<>();

	private Manners() {
	}

	static Manners of(Section section) {
		Manners manners = new Manners();
		for (String word : new String[] { "added", "changed", "removed", "number-space", "extension-lower",
				"extension-upper", "sms-sign-in-state", "reads-until-shown", "report-top-1", "report-top-999",
				"report-top-1000", "methods-limit", "headers-of-methods", "headers-of-report", "headers-of-refusals",
				"granular-permissions", "is-sspr-registered", "trunk-zero", "long-number", "own-domain-address",
				"remove-default", "email-added", "email-changed", "email-removed", "list-filter", "report-filter-any",
				"report-filter-eq", "report-page", "batch-dependency", "default-second-factor",
				"methods-registered" }) {
			Invented.of(section.section(word)).ifPresent((told) -> manners.told.put(word, told));
		}
		return manners;
	}

	private Optional<Invented> told(String word) {
		return Optional.ofNullable(this.told.get(word));
	}

	private Optional<String> value(String word) {
		return told(word).map(Invented::value).filter((value) -> !value.isEmpty());
	}

	/** The status of a success, for example of {@code added}. */
	int status(String word, int otherwise) {
		return told(word).filter((answer) -> !answer.refuses()).map(Invented::status).orElse(otherwise);
	}

	/** A number as the tenant writes it. */
	String written(String number) {
		String form = value("number-space").orElse("with a space after the country code");
		if (form.startsWith("with a space")) {
			return number;
		}
		return number.replace(" ", form.equals("without a space") ? "" : "-");
	}

	/** What is told of a number of that form; nothing where the rules decide. */
	Optional<Invented> form(String number) {
		String digits = number.replaceAll("[^0-9]", "");
		return number.contains("X") ? told("extension-upper")
				: number.contains("x") ? told("extension-lower") : digits.startsWith("440") ? told("trunk-zero")
						: (digits.length() > LONGEST) ? told("long-number") : Optional.empty();
	}

	/** The refusal that a sheet tells of, for example of {@code own-domain-address}. */
	Optional<Reply> refusal(String word) {
		return told(word).filter(Invented::refuses).map(Invented::reply);
	}

	/** The refusal of a {@code $filter} that the sheet tells of. */
	Optional<Reply> filter(Call call, Reply otherwise) {
		String word = !call.path().startsWith("/reports/") ? "list-filter"
				: call.query().getOrDefault("$filter", "").contains("/any(") ? "report-filter-any" : "report-filter-eq";
		Optional<Invented> answer = told(word);
		return answer.isEmpty() ? Optional.of(otherwise) : answer.filter(Invented::refuses).map(Invented::reply);
	}

	/** Whether a {@code $filter} is taken and does nothing. */
	boolean ignores(String word) {
		return value(word).filter("ignored"::equals).isPresent();
	}

	/** How many rows a page of the report has that was asked for without a size. */
	Optional<String> reportPage() {
		Matcher rows = ROWS.matcher(value("report-page").orElse(""));
		return rows.matches() ? Optional.of(rows.group(1)) : Optional.empty();
	}

	/**
	 * Whether a JSON batch fails as a whole where one of its requests depended on a
	 * failed one.
	 */
	boolean failsWholeBatch() {
		return value("batch-dependency").filter("the whole batch"::equals).isPresent();
	}

	/** The answer to a request that depended on one that failed. */
	Reply failedDependency() {
		return refusal("batch-dependency")
			.orElseGet(() -> Refusal.of(424, "FailedDependency", "A request that this one depends on has failed."));
	}

	/** The preferred second factor of an account with a phone. */
	String secondFactor() {
		String told = value("default-second-factor").orElse("sms");
		return told.equals("none") ? "" : told;
	}

	Optional<String> smsSignInState() {
		return value("sms-sign-in-state");
	}

	/** How many reads after a write still show what was before. */
	int staleReads() {
		return value("reads-until-shown").filter((reads) -> reads.matches("\\d{1,2}"))
			.map((reads) -> Integer.parseInt(reads) - 1)
			.orElse(0);
	}

	/** How the report takes a page size; nothing where the rules decide. */
	Optional<Invented> top(String size) {
		String asked = size.matches("\\d{4,}") ? "1000" : size.equals("999") ? size : "1";
		return told("report-top-" + asked);
	}

	/** How many reads of methods one JSON batch is answered; nothing without a limit. */
	OptionalInt readsAtOnce() {
		Matcher answered = ANSWERED.matcher(value("methods-limit").orElse(""));
		return (answered.matches() && !answered.group(1).equals(answered.group(2)))
				? OptionalInt.of(Integer.parseInt(answered.group(1))) : OptionalInt.empty();
	}

	/** The code of a refusal with 429. */
	String limitCode() {
		return told("methods-limit").filter(Invented::refuses).map(Invented::code).orElse("TooManyRequests");
	}

	/** How long to wait, as a refusal with 429 tells it; empty where it does not. */
	String wait(String seconds) {
		String headers = value("headers-of-refusals").orElse("retry-after");
		return !headers.contains("retry-after") ? "" : headers.contains("=fraction") ? seconds + ".5" : seconds;
	}

	/** An answer with the headers of limits that such answers have. */
	Reply limits(Call call, Reply reply) {
		String group = (reply.status() == 429) ? "refusals"
				: call.path().startsWith("/reports/") ? "report" : "methods";
		boolean concerned = group.equals("report") || call.path().contains("/authentication/");
		Reply with = reply;
		String headers = concerned ? value("headers-of-" + group).orElse("none") : "none";
		for (String header : headers.equals("none") ? new String[0] : headers.split(" ")) {
			String[] parts = header.split("=", 2);
			if (!parts[0].startsWith("retry-after")) {
				with = with.with(parts[0], (parts.length > 1) ? parts[1] : "1");
			}
		}
		return with;
	}

	/** How late the report counts a method. */
	Optional<Duration> reportLag() {
		Matcher after = AFTER.matcher(value("is-sspr-registered").orElse(""));
		return after.matches() ? Optional.of(Duration.ofHours(Long.parseLong(after.group(1)))) : Optional.empty();
	}

}
