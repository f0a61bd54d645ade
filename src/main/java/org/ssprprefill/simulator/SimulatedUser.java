package org.ssprprefill.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.ssprprefill.contact.MethodKind;

/**
 * One account of a simulated tenant. Immutable; the {@code with} methods answer a changed
 * copy, so that tests can describe thousands of people in a loop.
 *
 * @param id the object id, lower case
 * @param userPrincipalName the sign-in name
 * @param displayName the name people see
 * @param employeeId HR's number, if the account carries one
 * @param mail the work address, if there is a mailbox
 * @param traits what is special about the account
 * @param licences SKU part numbers, each optionally followed by
 * {@code without PLAN, PLAN}
 * @param methods the authentication methods registered when the simulation begins
 * @param registeredAgo how long before the beginning they were registered; empty for long
 * ago, so that the registration report knows them
 * @param others further words of the registration report, which the simulation does not
 * understand; left out of the JSON where empty, so that what earlier versions remember of
 * a description still belongs to it
 */
public record SimulatedUser(String id, String userPrincipalName, String displayName, Optional<String> employeeId,
		Optional<String> mail, Set<Trait> traits, List<String> licences, Map<MethodKind, String> methods,
		Optional<Duration> registeredAgo, @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<String> others) {

	/** What can be special about an account. */
	public enum Trait {

		/** Sign-in is blocked; the registration report does not list the account. */
		DISABLED,
		/** A guest ({@code userType} is {@code Guest}). */
		GUEST,
		/** Came by an invitation ({@code creationType} is {@code Invitation}). */
		INVITED,
		/** Comes from an on-premises directory ({@code onPremisesSyncEnabled}). */
		SYNCHRONISED,
		/** Member of a restricted management administrative unit: writes are refused. */
		RESTRICTED_UNIT,
		/** Outside the SSPR policy's scope ({@code isSsprEnabled} is false). */
		NO_SSPR,
		/** Too new for the registration report. */
		NOT_IN_REPORT,
		/** Has registered the Microsoft Authenticator app. */
		AUTHENTICATOR,
		/** Signs in by SMS with the mobile number. */
		SMS_SIGN_IN

	}

	/** Copies the collections in a stable order. */
	public SimulatedUser {
		id = id.toLowerCase(Locale.ROOT);
		EnumSet<Trait> special = EnumSet.noneOf(Trait.class);
		special.addAll(traits);
		traits = Collections.unmodifiableSet(special);
		licences = List.copyOf(licences);
		others = Collections.unmodifiableSet(new TreeSet<>(others));
		EnumMap<MethodKind, String> registered = new EnumMap<>(MethodKind.class);
		registered.putAll(methods);
		methods = Collections.unmodifiableMap(registered);
	}

	/**
	 * An enabled cloud-only member without employee id, licence or method, whose mail
	 * equals the sign-in name.
	 * @param userPrincipalName the sign-in name
	 * @return the account
	 */
	public static SimulatedUser of(String userPrincipalName) {
		return new SimulatedUser(idOf(userPrincipalName), userPrincipalName, userPrincipalName.replaceFirst("@.*", ""),
				Optional.empty(), Optional.of(userPrincipalName), Set.of(), List.of(), Map.of(), Optional.empty(),
				Set.of());
	}

	/**
	 * The object id an account has when its description names none.
	 * @param userPrincipalName the sign-in name
	 * @return the same id for the same name, whatever its case
	 */
	public static String idOf(String userPrincipalName) {
		return UUID.nameUUIDFromBytes(userPrincipalName.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))
			.toString();
	}

	/**
	 * The same account with HR's number.
	 * @param employeeId the number
	 * @return the changed copy
	 */
	public SimulatedUser withEmployeeId(String employeeId) {
		return new SimulatedUser(this.id, this.userPrincipalName, this.displayName, Optional.of(employeeId), this.mail,
				this.traits, this.licences, this.methods, this.registeredAgo, this.others);
	}

	/**
	 * The same account with another sign-in name.
	 * @param name the name
	 * @return the changed copy
	 */
	public SimulatedUser withUserPrincipalName(String name) {
		return new SimulatedUser(this.id, name, this.displayName, this.employeeId, this.mail, this.traits,
				this.licences, this.methods, this.registeredAgo, this.others);
	}

	/**
	 * The same account with another work address.
	 * @param address the address
	 * @return the changed copy
	 */
	public SimulatedUser withMail(String address) {
		return new SimulatedUser(this.id, this.userPrincipalName, this.displayName, this.employeeId,
				Optional.of(address), this.traits, this.licences, this.methods, this.registeredAgo, this.others);
	}

	/**
	 * The same account with one more trait.
	 * @param trait what is special about it
	 * @return the changed copy
	 */
	public SimulatedUser with(Trait trait) {
		EnumSet<Trait> more = EnumSet.of(trait);
		more.addAll(this.traits);
		return new SimulatedUser(this.id, this.userPrincipalName, this.displayName, this.employeeId, this.mail, more,
				this.licences, this.methods, this.registeredAgo, this.others);
	}

	/**
	 * The same account with these licences only.
	 * @param partNumbers SKU part numbers
	 * @return the changed copy
	 */
	public SimulatedUser withLicences(String... partNumbers) {
		return new SimulatedUser(this.id, this.userPrincipalName, this.displayName, this.employeeId, this.mail,
				this.traits, List.of(partNumbers), this.methods, this.registeredAgo, this.others);
	}

	/**
	 * The same account with one more authentication method.
	 * @param kind the method
	 * @param value the number or address
	 * @return the changed copy
	 */
	public SimulatedUser withMethod(MethodKind kind, String value) {
		EnumMap<MethodKind, String> more = new EnumMap<>(MethodKind.class);
		more.putAll(this.methods);
		more.put(kind, value);
		return new SimulatedUser(this.id, this.userPrincipalName, this.displayName, this.employeeId, this.mail,
				this.traits, this.licences, more, this.registeredAgo, this.others);
	}

	/**
	 * The same account with one more word in the registration report.
	 * @param word a word of {@code methodsRegistered}
	 * @return the changed copy
	 */
	public SimulatedUser withReported(String word) {
		Set<String> more = new TreeSet<>(this.others);
		more.add(word);
		return new SimulatedUser(this.id, this.userPrincipalName, this.displayName, this.employeeId, this.mail,
				this.traits, this.licences, this.methods, this.registeredAgo, more);
	}

	/**
	 * Whether the account has that trait.
	 * @param trait the trait
	 * @return {@code true} if it has
	 */
	public boolean is(Trait trait) {
		return this.traits.contains(trait);
	}

	/** Names the account, never its contact values. */
	@Override
	public String toString() {
		return this.userPrincipalName + " " + this.traits + " " + this.methods.keySet();
	}

}
