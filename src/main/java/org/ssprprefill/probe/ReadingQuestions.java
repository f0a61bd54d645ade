package org.ssprprefill.probe;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.ProbeAnswer;
import org.ssprprefill.tenant.ProbeAnswer.Fact;
import org.ssprprefill.tenant.ProbeRequest;
import org.ssprprefill.tenant.ProbeRequest.Ask;

/** The questions of a probe that change nothing. */
final class ReadingQuestions {

	/** Opens reading and writing of every method. */
	static final String ALL_METHODS_WRITE = "UserAuthenticationMethod.ReadWrite.All";

	private static final String ALL_METHODS = "UserAuthenticationMethod.Read.All";

	/** More than five, which is what Microsoft's page says if it is read literally. */
	private static final int BURST = 12;

	private final ObjectId account;

	private final AccountMethods methods;

	private final Set<String> granted;

	private final Map<OpenQuestion, SheetLine> lines;

	ReadingQuestions(ObjectId account, AccountMethods methods, Set<String> granted,
			Map<OpenQuestion, SheetLine> lines) {
		this.account = account;
		this.methods = methods;
		this.granted = granted;
		this.lines = lines;
	}

	/** Asks of an account without a method. */
	void askOfMethods() {
		put(OpenQuestion.UNKNOWN_METHOD, this.methods.send(of(Ask.ONE, MethodKind.MOBILE)));
		ProbeRequest stranger = ProbeRequest.of(Ask.LIST, new ObjectId(UUID.randomUUID().toString()),
				MethodKind.MOBILE);
		put(OpenQuestion.UNKNOWN_USER, this.methods.send(stranger));
		if (this.granted.contains(ALL_METHODS) || this.granted.contains(ALL_METHODS_WRITE)) {
			this.lines.put(OpenQuestion.MISSING_PERMISSION,
					SheetLine.notAsked("the app has every permission that the probe could do without"));
		}
		else {
			put(OpenQuestion.MISSING_PERMISSION, this.methods.send(of(Ask.ALL, MethodKind.MOBILE)));
		}
		ProbeAnswer chain = this.methods.once(of(Ask.CHAIN, MethodKind.MOBILE));
		this.lines.put(OpenQuestion.BATCH_DEPENDENCY,
				SheetLine.of(chain).with((chain.rows() > 1) ? "the request that depended on it" : "the whole batch"));
	}

	/** Asks an account with two numbers for one of them. */
	void askForOneOfTwo() {
		this.lines.put(OpenQuestion.LIST_FILTER,
				taken(this.methods.send(of(Ask.LIST, MethodKind.MOBILE).with("$filter=phoneType eq 'mobile'"))));
	}

	/** One row was asked for. */
	private static SheetLine taken(ProbeAnswer answer) {
		return answer.isSuccess() ? SheetLine.of(answer).with((answer.rows() > 1) ? "ignored" : "taken")
				: SheetLine.of(answer);
	}

	/** Asks of the registration report, which holds the account or does not yet. */
	void askOfReport() {
		this.methods.look();
		this.lines.put(OpenQuestion.REPORT_TOP_1, taken(report("$top=1")));
		put(OpenQuestion.REPORT_TOP_999, report("$top=999"));
		put(OpenQuestion.REPORT_TOP_1000, report("$top=1000"));
		put(OpenQuestion.REPORT_FILTER_ANY, report("$filter=methodsRegistered/any(t:t eq 'mobilePhone')"));
		put(OpenQuestion.REPORT_FILTER_EQ, report("$filter=methodsRegistered eq 'email'"));
		ProbeAnswer page = report("");
		this.lines.put(OpenQuestion.REPORT_PAGE,
				page.isSuccess()
						? SheetLine.of(page)
							.with(page.fact(Fact.MORE).isEmpty() ? "every row" : page.rows() + " rows, more follow")
						: SheetLine.of(page));
	}

	private ProbeAnswer report(String option) {
		return this.methods.send(of(Ask.REPORT, MethodKind.MOBILE).with(option));
	}

	/** Asks how much is answered at once, and sums up which headers came. */
	void askOfLimits() {
		ProbeAnswer burst = this.methods.once(of(Ask.BURST, MethodKind.MOBILE).with(BURST));
		this.lines.put(OpenQuestion.METHODS_LIMIT,
				SheetLine.of(burst).with(burst.rows() + " of " + BURST + " answered"));
		this.lines.put(OpenQuestion.HEADERS_OF_METHODS, SheetLine.seen(headers(this.methods.limits(Ask.LIST))));
		this.lines.put(OpenQuestion.HEADERS_OF_REPORT, SheetLine.seen(headers(this.methods.limits(Ask.REPORT))));
		this.lines.put(OpenQuestion.HEADERS_OF_REFUSALS,
				this.methods.wasRefused() ? SheetLine.seen(headers(this.methods.refusals()))
						: SheetLine.notAsked("nothing was refused with 429"));
	}

	/** Names; what does not change from answer to answer is told too. */
	private static String headers(Map<String, String> headers) {
		return headers.isEmpty() ? "none"
				: headers.entrySet().stream().map((header) -> header.getKey() + switch (header.getKey()) {
					case "x-ms-resource-unit" -> "=" + header.getValue();
					case "retry-after" -> header.getValue().contains(".") ? "=fraction" : "";
					default -> "";
				})
					.map((text) -> text.replaceAll("[^a-z0-9=.-]", "").toLowerCase(Locale.ROOT))
					.collect(Collectors.joining(" "));
	}

	private ProbeRequest of(Ask ask, MethodKind kind) {
		return ProbeRequest.of(ask, this.account, kind);
	}

	private void put(OpenQuestion question, ProbeAnswer answer) {
		this.lines.put(question, SheetLine.of(answer));
	}

}
