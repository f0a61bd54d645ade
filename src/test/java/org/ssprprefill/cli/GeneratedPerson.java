package org.ssprprefill.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

		CLOUD, SYNCHRONISED, GUEST, EXTERNAL, DISABLED, NEW

	}

	/** The licences, and what Microsoft's table says of them. */
	enum Licence {

		NOTHING("none"), E3("writeback", "SPE_E3"), E3_WITHOUT_P1("none", "SPE_E3 without AAD_PREMIUM"),
		P2_ALONE("writeback", "SPE_F5_SEC"), BUSINESS_STANDARD("cloud-reset", "O365_BUSINESS_PREMIUM"),
		OFFICE_E1("office-365", "STANDARDPACK"), ROOM("", "MEETING_ROOM"),
		STANDARD_AND_E3_WITHOUT_P1("cloud-reset", "O365_BUSINESS_PREMIUM", "SPE_E3 without AAD_PREMIUM");

		private final String allows;

		private final String[] products;

		Licence(String allows, String... products) {
			this.allows = allows;
			this.products = products;
		}

	}

	/** The methods, by the words of the report. */
	enum Methods {

		NONE, MOBILE("mobilePhone"), OFFICE("officePhone"), EMAIL("email"), MOBILE_AND_EMAIL("mobilePhone", "email"),
		MOBILE_AND_ALTERNATE("mobilePhone", "alternateMobilePhone"), AUTHENTICATOR("microsoftAuthenticatorPush"),
		QUESTION("securityQuestion"), OFFICE_AND_QUESTION("officePhone", "securityQuestion"),
		PHONES("mobilePhone", "officePhone"),
		/** With a word that the program knows, and one that nobody has heard of. */
		MOBILE_AND_OTHERS("mobilePhone", "passKeySynced", "telepathy");

		private final List<String> words;

		Methods(String... words) {
			this.words = List.of(words);
		}

	}

	/** The roles. */
	enum Role {

		NONE, ADMINISTRATOR, GLOBAL, READER, ELIGIBLE

	}

	/** Everybody there can be, about ten thousand people. */
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
		for (String word : this.methods.words) {
			user = switch (word) {
				case "mobilePhone" -> user.withMethod(MethodKind.MOBILE, "+31 612345601");
				case "officePhone" -> user.withMethod(MethodKind.OFFICE, "+31 201234567");
				case "alternateMobilePhone" -> user.withMethod(MethodKind.ALTERNATE_MOBILE, "+31 612345602");
				case "email" -> user.withMethod(MethodKind.EMAIL, "one@example.org");
				case "microsoftAuthenticatorPush" -> user.with(Trait.AUTHENTICATOR);
				default -> user.withReported(word);
			};
		}
		user = this.allowed ? user : user.with(Trait.NO_SSPR);
		return switch (this.account) {
			case CLOUD -> user;
			case SYNCHRONISED -> user.with(Trait.SYNCHRONISED);
			case GUEST -> user.with(Trait.GUEST);
			case EXTERNAL -> user.with(Trait.INVITED);
			case DISABLED -> user.with(Trait.DISABLED);
			case NEW -> user.with(Trait.NOT_IN_REPORT);
		};
	}

	/** Whether the person is judged at all. */
	boolean judged() {
		return this.account != Account.GUEST && this.account != Account.EXTERNAL && this.licence != Licence.ROOM;
	}

	/** Whether the person is in the population. */
	boolean counted() {
		return judged() && this.account != Account.DISABLED;
	}

	boolean licensed(World world) {
		return licensedFor(world).equals("yes");
	}

	private String licensedFor(World world) {
		return switch (licenceWord(world)) {
			case "writeback" -> "yes";
			case "cloud-reset" -> (this.account == Account.SYNCHRONISED) ? "no" : "yes";
			case "unknown" -> "unknown";
			default -> "no";
		};
	}

	/** What the licences allow, by the word of people.csv. */
	String licenceWord(World world) {
		if (this.licence != Licence.OFFICE_E1) {
			return this.licence.allows;
		}
		return switch (world.office365()) {
			case "true" -> "cloud-reset";
			case "unknown" -> (this.account == Account.SYNCHRONISED) ? "none" : "unknown";
			default -> "none";
		};
	}

	/** Readers are none, whatever Microsoft's report calls them. */
	private boolean administrator() {
		return this.role != Role.NONE && this.role != Role.READER;
	}

	/** Eligible people may become a global administrator, in these tenants. */
	private boolean globalAdministrator() {
		return this.role == Role.GLOBAL || this.role == Role.ELIGIBLE;
	}

	/** What is announced comes in this order. */
	enum Day {

		TODAY, FEBRUARY, MARCH, JULY

	}

	/**
	 * What surrounds the people.
	 *
	 * @param writeback {@code on}, {@code off} or {@code unknown}
	 * @param administratorsMayReset whether administrators may reset
	 * @param cloud the cloud
	 * @param provider the own telecom provider
	 * @param migration how far the methods policy has come
	 * @param required how many methods a member needs
	 * @param office365 whether Office 365 plans entitle
	 */
	record World(String writeback, boolean administratorsMayReset, String cloud, String provider, String migration,
			int required, String office365) {

		private boolean announces() {
			return this.cloud.equals("global");
		}

		private boolean bars() {
			return this.migration.equals("migrationComplete") && !this.cloud.equals("china");
		}

	}

	/** Licence, verdict, gap and verdict of 2027, as people.csv should say them. */
	Map<String, String> truth(World world) {
		return Map.of("can_reset", answer(world, Day.TODAY), "gap", gap(world), "can_reset_2027",
				answer(world, Day.JULY));
	}

	/** Whether the person can reset after what is announced for a day. */
	String answer(World world, Day day) {
		if (!judged()) {
			return "";
		}
		List<String> conditions = List.copyOf(conditions(world, day).values());
		return conditions.contains("no") ? "no" : conditions.contains("unknown") ? "unknown" : "yes";
	}

	private String gap(World world) {
		String today = answer(world, Day.TODAY);
		if (today.equals("unknown")) {
			return "not-measurable";
		}
		return conditions(world, Day.TODAY).entrySet()
			.stream()
			.filter((condition) -> today.equals("no") && condition.getValue().equals("no"))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse("");
	}

	/** The conditions by the gap that each leaves, in Microsoft's order. */
	private Map<String, String> conditions(World world, Day day) {
		boolean reported = this.role == Role.ADMINISTRATOR || this.role == Role.GLOBAL;
		Map<String, String> conditions = new LinkedHashMap<>();
		conditions.put("disabled", (this.account == Account.DISABLED) ? "no" : "yes");
		conditions.put("not-allowed-by-policy",
				!listed() ? "unknown" : word(this.allowed && (world.administratorsMayReset() || !reported)));
		if (administrator()) {
			conditions.put("admin-reset-off", word(world.administratorsMayReset()));
		}
		if (this.account == Account.SYNCHRONISED) {
			conditions.put("writeback-off", switch (world.writeback()) {
				case "on" -> "yes";
				case "off" -> "no";
				default -> "unknown";
			});
		}
		conditions.put("not-licensed", licensedFor(world));
		int required = administrator() ? 2 : world.required();
		Set<String> left = left(world, day);
		conditions.put(left.isEmpty() ? "no-method" : "second-method-missing",
				!listed() ? "unknown" : word(left.size() >= required));
		if (listed() && left.size() >= required) {
			left.removeIf((word) -> barred(world) && word.endsWith("Phone"));
			conditions.put("method-not-allowed-by-policy", word(left.size() >= required));
		}
		return conditions;
	}

	private static String word(boolean holds) {
		return holds ? "yes" : "no";
	}

	private boolean listed() {
		return this.account != Account.NEW && this.account != Account.DISABLED;
	}

	/** A policy whose migration is not complete governs no reset. */
	private boolean barred(World world) {
		return this.phonesBarred && !administrator() && world.bars();
	}

	/** The methods that are left of those that a reset takes. */
	private Set<String> left(World world, Day day) {
		Set<String> left = new HashSet<>(this.methods.words);
		left.removeAll(Set.of("alternateMobilePhone", "passKeySynced", "telepathy"));
		boolean phonesEnd = world.announces() && day.compareTo(globalAdministrator() ? Day.JULY : Day.FEBRUARY) >= 0;
		boolean voice = Set.of("voice", "both").contains(world.provider());
		if (phonesEnd && !voice) {
			left.remove("officePhone");
		}
		if (phonesEnd && world.provider().equals("none")) {
			left.remove("mobilePhone");
		}
		if (administrator() || world.announces() && day.compareTo(Day.MARCH) >= 0) {
			left.remove("securityQuestion");
		}
		return left;
	}

}
