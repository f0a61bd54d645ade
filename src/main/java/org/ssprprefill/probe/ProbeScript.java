package org.ssprprefill.probe;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.ProbeAnswer;
import org.ssprprefill.tenant.ProbeRequest;
import org.ssprprefill.tenant.ProbeRequest.Ask;

/**
 * Asks the open questions, one after the other, of an account without a phone and without
 * an address. What a question leaves behind is gone before the next one.
 */
public final class ProbeScript {

	/** More than five, which is what Microsoft's page says if it is read literally. */
	static final int BURST = 12;

	private static final String ALL_METHODS = "UserAuthenticationMethod.Read.All";

	private static final String ALL_METHODS_WRITE = "UserAuthenticationMethod.ReadWrite.All";

	private final ProbedAccount account;

	private final AccountMethods methods;

	private final Set<MethodKind> offered;

	private final Set<String> granted;

	private final Map<OpenQuestion, SheetLine> lines = new TreeMap<>();

	/**
	 * Creates a script.
	 * @param account the account
	 * @param offered the methods that the cloud offers
	 * @param granted the application's permissions
	 */
	public ProbeScript(ProbedAccount account, Set<MethodKind> offered, Set<String> granted) {
		this.account = account;
		this.methods = new AccountMethods(account, offered);
		this.offered = Set.copyOf(offered);
		this.granted = Set.copyOf(granted);
	}

	/**
	 * Asks everything. Leaves one number and, where it is offered, one address, so that
	 * the registration report can be looked at; {@link AccountMethods#clean} takes them
	 * away.
	 * @return the answers
	 * @throws ProbeStoppedException if the account is not as it must be
	 */
	public Map<OpenQuestion, SheetLine> ask() {
		askOfAnEmptyAccount();
		askForTakenNumber();
		askForExtension(OpenQuestion.EXTENSION_LOWER, FictionalValues.OFFICE_LOWER);
		askForExtension(OpenQuestion.EXTENSION_UPPER, FictionalValues.OFFICE_UPPER);
		askOfOneNumber();
		askOfTwoNumbers();
		askOfAddress();
		askOfReport();
		askOfLimits();
		return this.lines;
	}

	private void askOfAnEmptyAccount() {
		put(OpenQuestion.UNKNOWN_METHOD, this.methods.send(of(Ask.ONE, MethodKind.MOBILE)));
		tried(OpenQuestion.UPDATE_MISSING, of(Ask.CHANGE, MethodKind.MOBILE).with(FictionalValues.CHANGED_MOBILE));
		put(OpenQuestion.REMOVE_MISSING, this.methods.write(of(Ask.REMOVE, MethodKind.MOBILE)));
		tried(OpenQuestion.ALTERNATE_WITHOUT_MOBILE,
				of(Ask.ADD, MethodKind.ALTERNATE_MOBILE).with(FictionalValues.ALTERNATE_MOBILE));
		tried(OpenQuestion.BAD_NUMBER, of(Ask.ADD, MethodKind.MOBILE).with(FictionalValues.NO_NUMBER));
		if (this.offered.contains(MethodKind.EMAIL)) {
			tried(OpenQuestion.BAD_ADDRESS, of(Ask.ADD, MethodKind.EMAIL).with(FictionalValues.NO_EMAIL));
		}
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
	}

	/** A write that should be refused; if it is not, what it left is taken away. */
	private void tried(OpenQuestion question, ProbeRequest request) {
		ProbeAnswer answer = this.methods.write(request);
		put(question, answer);
		if (answer.isSuccess() || this.methods.held().containsKey(request.kind())) {
			this.methods.remove(request.kind());
		}
	}

	private void askForTakenNumber() {
		ProbeAnswer answer = this.methods.write(of(Ask.ADD, MethodKind.MOBILE).with(FictionalValues.TAKEN_MOBILE));
		boolean stored = this.methods.await(MethodKind.MOBILE, (held) -> held.containsKey(MethodKind.MOBILE))
			.rows() > 0;
		if (stored) {
			this.methods.remove(MethodKind.MOBILE);
		}
		this.lines.put(OpenQuestion.NUMBER_NOT_UNIQUE,
				answer.isSuccess() ? SheetLine.notAsked("no other account signs in by SMS with the probe's number")
						: SheetLine.of(answer)
							.with((stored ? "stored" : "not stored")
									+ (answer.place().isEmpty() ? "" : ", phoneNumberNotUnique in " + answer.place())));
	}

	private void askForExtension(OpenQuestion question, String number) {
		ProbeAnswer answer = this.methods.write(of(Ask.ADD, MethodKind.OFFICE).with(number));
		if (!answer.isSuccess()) {
			put(question, answer);
			return;
		}
		String held = this.methods.await(MethodKind.OFFICE, (now) -> now.containsKey(MethodKind.OFFICE))
			.held()
			.getOrDefault(MethodKind.OFFICE, "");
		this.lines.put(question, SheetLine.of(answer)
			.with(held.endsWith("x12") ? "kept as x" : held.endsWith("X12") ? "kept as X" : "dropped"));
		this.methods.remove(MethodKind.OFFICE);
	}

	private void askOfOneNumber() {
		ProbeAnswer added = this.methods.write(of(Ask.ADD, MethodKind.MOBILE).with(FictionalValues.MOBILE));
		put(OpenQuestion.ADDED, added);
		ProbeAnswer shown = this.methods.await(MethodKind.MOBILE, (held) -> held.containsKey(MethodKind.MOBILE));
		if (shown.rows() == 0) {
			throw new ProbeStoppedException("A number that was added (HTTP " + added.status() + ") does not show.");
		}
		this.account.holdsMethod();
		this.lines.put(OpenQuestion.READS_UNTIL_SHOWN, SheetLine.seen(String.valueOf(shown.rows())));
		this.lines.put(OpenQuestion.NUMBER_SPACE,
				SheetLine.seen(form(shown.held().getOrDefault(MethodKind.MOBILE, ""))));
		this.lines.put(OpenQuestion.SMS_SIGN_IN_STATE,
				SheetLine.seen(shown.smsSignIn().matches("[A-Za-z]{1,40}") ? shown.smsSignIn() : "none"));
		this.lines.put(OpenQuestion.GRANULAR_PERMISSIONS, permissions(added));
		second(OpenQuestion.SECOND_OF_A_KIND, MethodKind.MOBILE, FictionalValues.SECOND_MOBILE);
		put(OpenQuestion.TYPE_CHANGED, this.methods
			.write(of(Ask.CHANGE, MethodKind.MOBILE).with(FictionalValues.CHANGED_MOBILE).naming(MethodKind.OFFICE)));
		put(OpenQuestion.CHANGED,
				this.methods.write(of(Ask.CHANGE, MethodKind.MOBILE).with(FictionalValues.CHANGED_MOBILE)));
		this.methods.await(MethodKind.MOBILE, (held) -> isWritten(held, MethodKind.MOBILE, "193"));
	}

	private static String form(String held) {
		if (held.matches("\\+44 7700900191")) {
			return "with a space after the country code";
		}
		return held.equals(FictionalValues.MOBILE) ? "without a space" : "in another form";
	}

	private SheetLine permissions(ProbeAnswer added) {
		boolean granular = this.granted.contains("UserAuthMethod-Phone.ReadWrite.All")
				&& !this.granted.contains(ALL_METHODS_WRITE);
		return granular ? SheetLine.seen(added.isSuccess() ? "enough" : "not enough")
				: SheetLine.notAsked("the app has a wider permission, or the token does not say");
	}

	private void second(OpenQuestion question, MethodKind kind, String value) {
		ProbeAnswer answer = this.methods.write(of(Ask.ADD, kind).with(value));
		this.lines.put(question, answer.isSuccess() ? SheetLine.of(answer).with("taken") : SheetLine.of(answer));
	}

	private void askOfTwoNumbers() {
		ProbeRequest alternate = of(Ask.ADD, MethodKind.ALTERNATE_MOBILE).with(FictionalValues.ALTERNATE_MOBILE);
		if (this.methods.write(alternate).isSuccess()) {
			this.methods.await(MethodKind.ALTERNATE_MOBILE, (held) -> held.containsKey(MethodKind.ALTERNATE_MOBILE));
			put(OpenQuestion.MOBILE_BEFORE_ALTERNATE, this.methods.write(of(Ask.REMOVE, MethodKind.MOBILE)));
			put(OpenQuestion.REMOVED, this.methods.remove(MethodKind.ALTERNATE_MOBILE));
		}
		if (!this.methods.held().containsKey(MethodKind.MOBILE)) {
			this.methods.write(of(Ask.ADD, MethodKind.MOBILE).with(FictionalValues.MOBILE));
		}
	}

	private void askOfAddress() {
		if (!this.offered.contains(MethodKind.EMAIL)) {
			return;
		}
		this.methods.write(of(Ask.ADD, MethodKind.EMAIL).with(FictionalValues.EMAIL));
		this.methods.await(MethodKind.EMAIL, (held) -> held.containsKey(MethodKind.EMAIL));
		second(OpenQuestion.SECOND_EMAIL, MethodKind.EMAIL, FictionalValues.SECOND_EMAIL);
	}

	private void askOfReport() {
		this.account.look();
		ProbeAnswer one = this.methods.send(of(Ask.REPORT, MethodKind.MOBILE).with(1));
		this.lines.put(OpenQuestion.REPORT_TOP_1,
				one.isSuccess() ? SheetLine.of(one).with((one.rows() > 1) ? "ignored" : "taken") : SheetLine.of(one));
		put(OpenQuestion.REPORT_TOP_999, this.methods.send(of(Ask.REPORT, MethodKind.MOBILE).with(999)));
		put(OpenQuestion.REPORT_TOP_1000, this.methods.send(of(Ask.REPORT, MethodKind.MOBILE).with(1000)));
	}

	private void askOfLimits() {
		ProbeAnswer burst = this.methods.once(of(Ask.BURST, MethodKind.MOBILE).with(BURST));
		this.lines.put(OpenQuestion.METHODS_LIMIT,
				SheetLine.of(burst).with(burst.rows() + " of " + BURST + " answered"));
		this.lines.put(OpenQuestion.HEADERS_OF_METHODS, SheetLine.seen(headers(this.methods.limits(Ask.LIST))));
		this.lines.put(OpenQuestion.HEADERS_OF_REPORT, SheetLine.seen(headers(this.methods.limits(Ask.REPORT))));
		this.lines.put(OpenQuestion.HEADERS_OF_REFUSALS,
				this.methods.wasRefused() ? SheetLine.seen(headers(this.methods.refusals()))
						: SheetLine.notAsked("nothing was refused with 429"));
	}

	/** Names; the one value that does not change from answer to answer is told too. */
	private static String headers(Map<String, String> headers) {
		return headers.isEmpty() ? "none"
				: headers.entrySet()
					.stream()
					.map((header) -> header.getKey()
							+ (header.getKey().equals("x-ms-resource-unit") ? "=" + header.getValue() : ""))
					.map((text) -> text.replaceAll("[^a-z0-9=.-]", "").toLowerCase(Locale.ROOT))
					.collect(Collectors.joining(" "));
	}

	private static boolean isWritten(Map<MethodKind, String> held, MethodKind kind, String end) {
		return held.getOrDefault(kind, "").endsWith(end);
	}

	private ProbeRequest of(Ask ask, MethodKind kind) {
		return ProbeRequest.of(ask, this.account.id(), kind);
	}

	private void put(OpenQuestion question, ProbeAnswer answer) {
		this.lines.put(question, SheetLine.of(answer));
	}

}
