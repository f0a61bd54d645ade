package org.ssprprefill.probe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.tenant.ProbeAnswer;
import org.ssprprefill.tenant.ProbeAnswer.Fact;
import org.ssprprefill.tenant.ProbeRequest;
import org.ssprprefill.tenant.ProbeRequest.Ask;

/**
 * Asks the open questions, one after the other, of an account without a phone and without
 * an address. What a question leaves behind is gone before the next one.
 */
public final class ProbeScript {

	private final ProbedAccount account;

	private final AccountMethods methods;

	private final Set<MethodKind> offered;

	private final Set<String> granted;

	private final Map<OpenQuestion, SheetLine> lines = new TreeMap<>();

	private final ReadingQuestions reading;

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
		this.reading = new ReadingQuestions(account.id(), this.methods, this.granted, this.lines);
	}

	/**
	 * Asks everything. Leaves one number and, where it is offered, one address, so that
	 * the registration report can be looked at; {@link AccountMethods#clean} takes them
	 * away.
	 * @return the answers
	 * @throws ProbeStoppedException if the account is not as it must be
	 */
	public Map<OpenQuestion, SheetLine> ask() {
		this.reading.askOfMethods();
		if (mayWrite()) {
			askOfAnEmptyAccount();
			askForTakenNumber();
			askForForm(OpenQuestion.EXTENSION_LOWER, MethodKind.OFFICE, FictionalValues.OFFICE_LOWER);
			askForForm(OpenQuestion.EXTENSION_UPPER, MethodKind.OFFICE, FictionalValues.OFFICE_UPPER);
			askForForm(OpenQuestion.TRUNK_ZERO, MethodKind.MOBILE, FictionalValues.TRUNK_ZERO);
			tried(OpenQuestion.LONG_NUMBER, of(Ask.ADD, MethodKind.MOBILE).with(FictionalValues.LONG_NUMBER));
			askOfOneNumber();
			askOfTwoNumbers();
			askForDefault();
			askOfAddress();
			this.lines.put(OpenQuestion.GRANULAR_PERMISSIONS, permissions());
		}
		this.reading.askOfReport();
		this.reading.askOfLimits();
		return this.lines;
	}

	/**
	 * A tenant that refuses every write for lack of a permission is asked for no more.
	 */
	private boolean mayWrite() {
		ProbeAnswer added = this.methods.write(of(Ask.ADD, MethodKind.MOBILE).with(FictionalValues.MOBILE));
		put(OpenQuestion.ADDED, added);
		if (added.status() == 401 || added.status() == 403) {
			this.lines.put(OpenQuestion.GRANULAR_PERMISSIONS, permissions());
			return false;
		}
		if (added.isSuccess()) {
			this.methods.await(MethodKind.MOBILE, (held) -> held.containsKey(MethodKind.MOBILE));
			this.methods.remove(MethodKind.MOBILE);
		}
		return true;
	}

	private void askOfAnEmptyAccount() {
		tried(OpenQuestion.UPDATE_MISSING, of(Ask.CHANGE, MethodKind.MOBILE).with(FictionalValues.CHANGED_MOBILE));
		put(OpenQuestion.REMOVE_MISSING, this.methods.write(of(Ask.REMOVE, MethodKind.MOBILE)));
		tried(OpenQuestion.ALTERNATE_WITHOUT_MOBILE,
				of(Ask.ADD, MethodKind.ALTERNATE_MOBILE).with(FictionalValues.ALTERNATE_MOBILE));
		tried(OpenQuestion.BAD_NUMBER, of(Ask.ADD, MethodKind.MOBILE).with(FictionalValues.NO_NUMBER));
		if (this.offered.contains(MethodKind.EMAIL)) {
			tried(OpenQuestion.BAD_ADDRESS, of(Ask.ADD, MethodKind.EMAIL).with(FictionalValues.NO_EMAIL));
			tried(OpenQuestion.OWN_DOMAIN_ADDRESS,
					of(Ask.ADD, MethodKind.EMAIL).with(FictionalValues.OWN_DOMAIN + this.account.domain()));
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
							.with((stored ? "stored" : "not stored") + notUnique(answer.fact(Fact.NOT_UNIQUE_IN))));
	}

	private static String notUnique(String place) {
		return place.isEmpty() ? "" : ", phoneNumberNotUnique in " + place;
	}

	private void askForForm(OpenQuestion question, MethodKind kind, String number) {
		ProbeAnswer answer = this.methods.write(of(Ask.ADD, kind).with(number));
		if (!answer.isSuccess()) {
			put(question, answer);
			return;
		}
		String held = this.methods.await(kind, (now) -> now.containsKey(kind)).held().getOrDefault(kind, "");
		this.lines.put(question, SheetLine.of(answer).with(formKept(kind, held)));
		this.methods.remove(kind);
	}

	private static String formKept(MethodKind kind, String held) {
		if (kind == MethodKind.MOBILE) {
			return held.replaceAll("[^0-9]", "").startsWith("440") ? "kept with the zero" : "kept without the zero";
		}
		return held.endsWith("x12") ? "kept as x" : held.endsWith("X12") ? "kept as X" : "dropped";
	}

	private void askOfOneNumber() {
		ProbeAnswer added = this.methods.write(of(Ask.ADD, MethodKind.MOBILE).with(FictionalValues.MOBILE));
		ProbeAnswer shown = this.methods.await(MethodKind.MOBILE, (held) -> held.containsKey(MethodKind.MOBILE));
		if (shown.rows() == 0) {
			throw new ProbeStoppedException("A number that was added (HTTP " + added.status() + ") does not show.");
		}
		this.account.holdsMethod();
		this.lines.put(OpenQuestion.READS_UNTIL_SHOWN, SheetLine.seen(String.valueOf(shown.rows())));
		this.lines.put(OpenQuestion.NUMBER_SPACE,
				SheetLine.seen(form(shown.held().getOrDefault(MethodKind.MOBILE, ""))));
		String state = shown.fact(Fact.SMS_SIGN_IN);
		this.lines.put(OpenQuestion.SMS_SIGN_IN_STATE,
				SheetLine.seen(state.matches("[A-Za-z]{1,40}") ? state : "none"));
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

	/** What a tenant answers to an app with the narrow permissions alone. */
	private SheetLine permissions() {
		boolean granular = this.granted.contains("UserAuthMethod-Phone.ReadWrite.All")
				&& !this.granted.contains(ReadingQuestions.ALL_METHODS_WRITE);
		if (!granular) {
			return SheetLine.notAsked("the app has a wider permission, or the token does not say");
		}
		List<SheetLine> writes = Stream
			.of(OpenQuestion.ADDED, OpenQuestion.CHANGED, OpenQuestion.REMOVED, OpenQuestion.EMAIL_ADDED,
					OpenQuestion.EMAIL_CHANGED, OpenQuestion.EMAIL_REMOVED)
			.flatMap((question) -> Optional.ofNullable(this.lines.get(question)).stream())
			.toList();
		boolean enough = writes.stream().allMatch((line) -> line.status() < 300);
		return SheetLine.seen((enough ? "enough" : "not enough") + " (the writes were answered "
				+ writes.stream().map((line) -> String.valueOf(line.status())).collect(Collectors.joining(" ")) + ")");
	}

	private void second(OpenQuestion question, MethodKind kind, String value) {
		ProbeAnswer answer = this.methods.write(of(Ask.ADD, kind).with(value));
		this.lines.put(question, answer.isSuccess() ? SheetLine.of(answer).with("taken") : SheetLine.of(answer));
	}

	private void askOfTwoNumbers() {
		ProbeRequest alternate = of(Ask.ADD, MethodKind.ALTERNATE_MOBILE).with(FictionalValues.ALTERNATE_MOBILE);
		if (this.methods.write(alternate).isSuccess()) {
			this.methods.await(MethodKind.ALTERNATE_MOBILE, (held) -> held.containsKey(MethodKind.ALTERNATE_MOBILE));
			this.reading.askForOneOfTwo();
			put(OpenQuestion.MOBILE_BEFORE_ALTERNATE, this.methods.write(of(Ask.REMOVE, MethodKind.MOBILE)));
			put(OpenQuestion.REMOVED, this.methods.remove(MethodKind.ALTERNATE_MOBILE));
		}
		holdMobile();
	}

	private void holdMobile() {
		if (!this.methods.held().containsKey(MethodKind.MOBILE)) {
			this.methods.write(of(Ask.ADD, MethodKind.MOBILE).with(FictionalValues.MOBILE));
			this.methods.await(MethodKind.MOBILE, (held) -> held.containsKey(MethodKind.MOBILE));
		}
	}

	/**
	 * The number that was there first is probably the second factor of the account, and
	 * such a one cannot be removed.
	 */
	private void askForDefault() {
		if (this.methods.write(of(Ask.ADD, MethodKind.OFFICE).with(FictionalValues.OFFICE)).isSuccess()) {
			this.methods.await(MethodKind.OFFICE, (held) -> held.containsKey(MethodKind.OFFICE));
			put(OpenQuestion.REMOVE_DEFAULT, this.methods.remove(MethodKind.MOBILE));
			this.methods.remove(MethodKind.OFFICE);
			holdMobile();
		}
	}

	private void askOfAddress() {
		if (!this.offered.contains(MethodKind.EMAIL)) {
			return;
		}
		put(OpenQuestion.EMAIL_ADDED, addEmail());
		second(OpenQuestion.SECOND_EMAIL, MethodKind.EMAIL, FictionalValues.SECOND_EMAIL);
		put(OpenQuestion.EMAIL_CHANGED,
				this.methods.write(of(Ask.CHANGE, MethodKind.EMAIL).with(FictionalValues.SECOND_EMAIL)));
		put(OpenQuestion.EMAIL_REMOVED, this.methods.remove(MethodKind.EMAIL));
		addEmail();
	}

	private ProbeAnswer addEmail() {
		ProbeAnswer added = this.methods.write(of(Ask.ADD, MethodKind.EMAIL).with(FictionalValues.EMAIL));
		if (added.isSuccess()) {
			this.methods.await(MethodKind.EMAIL, (held) -> held.containsKey(MethodKind.EMAIL));
		}
		return added;
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
