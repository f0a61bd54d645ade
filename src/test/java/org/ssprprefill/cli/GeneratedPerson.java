package org.ssprprefill.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.simulator.SimulatedUser;
import org.ssprprefill.simulator.SimulatedUser.Trait;

/**
 * One person of a generated tenant, and the truth about that person, told from what the
 * person is and not by the rules of the program.
 *
 * @param name the sign-in name before the {@code @}
 * @param account the kind of account
 * @param licence the licences
 * @param allowed whether the reset policy includes the person
 * @param phonesBarred whether the methods policy excludes the person from SMS and voice
 * @param methods the registered methods
 * @param role the directory role
 */
record GeneratedPerson(String name, Account account, Licence licence, boolean allowed, boolean phonesBarred,
		Methods methods, Role role) {

	/** The kinds of account. */
	enum Account {

		CLOUD, SYNCHRONISED, GUEST, DISABLED, NEW

	}

	/** The licences, and what Microsoft's table says of them. */
	enum Licence {

		NOTHING("none"), E3("writeback", "SPE_E3"), E3_WITHOUT_P1("none", "SPE_E3 without AAD_PREMIUM"),
		P2_ALONE("writeback", "SPE_F5_SEC"), BUSINESS_STANDARD("cloud-reset", "O365_BUSINESS_PREMIUM"),
		OFFICE_E1("cloud-reset", "STANDARDPACK"), ROOM("", "MEETING_ROOM"),
		STANDARD_AND_E3_WITHOUT_P1("cloud-reset", "O365_BUSINESS_PREMIUM", "SPE_E3 without AAD_PREMIUM");

		private final String allows;

		private final String[] products;

		Licence(String allows, String... products) {
			this.allows = allows;
			this.products = products;
		}

	}

	/** The methods, and how many of them a reset accepts. */
	enum Methods {

		NONE(0, 0), MOBILE(1, 0, MethodKind.MOBILE), OFFICE(1, 0, MethodKind.OFFICE), EMAIL(0, 1, MethodKind.EMAIL),
		MOBILE_AND_EMAIL(1, 1, MethodKind.MOBILE, MethodKind.EMAIL),
		MOBILE_AND_ALTERNATE(1, 0, MethodKind.MOBILE, MethodKind.ALTERNATE_MOBILE), AUTHENTICATOR(0, 1),
		/** With a word that the program knows, and one that nobody has heard of. */
		MOBILE_AND_OTHERS(1, 0, MethodKind.MOBILE);

		private final int phones;

		private final int others;

		private final Set<MethodKind> kinds;

		Methods(int phones, int others, MethodKind... kinds) {
			this.phones = phones;
			this.others = others;
			this.kinds = Set.of(kinds);
		}

	}

	/** The roles. */
	enum Role {

		NONE, ADMINISTRATOR, READER, ELIGIBLE

	}

	/** Everybody there can be, about five thousand people. */
	static List<GeneratedPerson> all() {
		List<GeneratedPerson> all = new ArrayList<>();
		for (Account account : Account.values()) {
			for (Licence licence : Licence.values()) {
				for (Methods methods : Methods.values()) {
					for (Role role : Role.values()) {
						for (int policies = 0; policies < 4; policies++) {
							all.add(new GeneratedPerson("p" + all.size(), account, licence, policies % 2 == 0,
									policies >= 2, methods, role));
						}
					}
				}
			}
		}
		return List.copyOf(all);
	}

	SimulatedUser user() {
		SimulatedUser user = SimulatedUser.of(this.name + "@contoso.com")
			.withEmployeeId(this.name)
			.withLicences(this.licence.products);
		for (MethodKind kind : this.methods.kinds) {
			user = user.withMethod(kind, switch (kind) {
				case MOBILE -> "+31 612345601";
				case OFFICE -> "+31 201234567";
				case ALTERNATE_MOBILE -> "+31 612345602";
				case EMAIL -> "one@example.org";
			});
		}
		if (this.methods == Methods.AUTHENTICATOR) {
			user = user.with(Trait.AUTHENTICATOR);
		}
		if (this.methods == Methods.MOBILE_AND_OTHERS) {
			user = user.withReported("passKeySynced").withReported("telepathy");
		}
		user = this.allowed ? user : user.with(Trait.NO_SSPR);
		return switch (this.account) {
			case CLOUD -> user;
			case SYNCHRONISED -> user.with(Trait.SYNCHRONISED);
			case GUEST -> user.with(Trait.GUEST);
			case DISABLED -> user.with(Trait.DISABLED);
			case NEW -> user.with(Trait.NOT_IN_REPORT);
		};
	}

	/** Whether the person is judged at all. */
	boolean judged() {
		return this.account != Account.GUEST && this.licence != Licence.ROOM;
	}

	/** Whether the person is in the population. */
	boolean counted() {
		return judged() && this.account != Account.DISABLED;
	}

	boolean licensed() {
		return this.licence.allows.equals("writeback")
				|| this.licence.allows.equals("cloud-reset") && this.account != Account.SYNCHRONISED;
	}

	/** Readers are none, whatever Microsoft's report calls them. */
	private boolean administrator() {
		return this.role == Role.ADMINISTRATOR || this.role == Role.ELIGIBLE;
	}

	/** Whether the person can reset when SMS and voice have ended for all but some. */
	boolean canFromFebruary(Map<String, String> truth) {
		return truth.get(this.role == Role.ELIGIBLE ? "can_reset" : "can_reset_2027").equals("yes");
	}

	/**
	 * What surrounds the people.
	 *
	 * @param writeback {@code on}, {@code off} or {@code unknown}
	 * @param administratorsMayReset whether administrators may reset
	 * @param cloud the cloud
	 * @param provider the own telecom provider
	 * @param migration how far the methods policy has come
	 */
	record World(String writeback, boolean administratorsMayReset, String cloud, String provider, String migration) {

		private boolean losesPhones() {
			return this.cloud.equals("global");
		}

	}

	/** How many methods are left after every announced ending. */
	private int left(World world) {
		boolean mobile = this.methods.kinds.contains(MethodKind.MOBILE);
		if (!world.losesPhones() || world.provider().equals("both")) {
			return this.methods.phones + this.methods.others;
		}
		return this.methods.others + ((mobile && world.provider().equals("sms")) ? 1 : 0);
	}

	/** Licence, verdict, gap and verdict of 2027, as people.csv should say them. */
	Map<String, String> truth(World world) {
		String gap = judged() ? gap(world) : "";
		String today = !judged() ? "" : switch (gap) {
			case "" -> "yes";
			case "not-measurable" -> "unknown";
			default -> "no";
		};
		int needed = administrator() ? 2 : 1;
		boolean measured = this.account == Account.SYNCHRONISED;
		boolean loses = left(world) < needed || barred(world) && this.methods.others == 0;
		// A synchronised person of unknown writeback may still be known to lose
		String later = loses && (today.equals("yes") || today.equals("unknown") && measured) ? "no" : today;
		return Map.of("can_reset", today, "gap", gap, "can_reset_2027", later);
	}

	/** A policy whose migration is not complete governs no reset. */
	private boolean barred(World world) {
		return this.phonesBarred && !administrator() && world.migration().equals("migrationComplete");
	}

	private String gap(World world) {
		String writeback = world.writeback();
		boolean administratorsMayReset = world.administratorsMayReset();
		boolean listed = this.account != Account.NEW;
		boolean reported = this.role == Role.ADMINISTRATOR;
		boolean enabled = this.allowed && (administratorsMayReset || !reported);
		if (this.account == Account.DISABLED) {
			return "disabled";
		}
		if (listed && !enabled) {
			return "not-allowed-by-policy";
		}
		if (administrator() && !administratorsMayReset) {
			return "admin-reset-off";
		}
		if (this.account == Account.SYNCHRONISED && writeback.equals("off")) {
			return "writeback-off";
		}
		if (!licensed()) {
			return "not-licensed";
		}
		String methods = listed ? methodsGap(world) : "not-measurable";
		boolean unknown = this.account == Account.SYNCHRONISED && writeback.equals("unknown");
		return methods.isEmpty() && unknown ? "not-measurable" : methods;
	}

	private String methodsGap(World world) {
		int usable = this.methods.phones + this.methods.others;
		if (usable == 0) {
			return "no-method";
		}
		if (administrator()) {
			return (usable < 2) ? "second-method-missing" : "";
		}
		return (barred(world) && this.methods.others == 0) ? "method-not-allowed-by-policy" : "";
	}

	/** What the licences allow, by the word of people.csv. */
	String licenceWord() {
		return this.licence.allows;
	}

}
