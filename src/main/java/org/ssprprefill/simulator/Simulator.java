package org.ssprprefill.simulator;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.simulator.TenantDescription.RoleGrant;

/**
 * A running simulated tenant: Microsoft Graph v1.0, as far as this program uses it, over
 * HTTP on loopback. Methods that take a user accept a user principal name or an object
 * id, and throw {@link IllegalArgumentException} for an unknown one.
 */
public final class Simulator implements AutoCloseable {

	private final SimulatedTenant stage;

	private final Tokens tokens;

	private final HttpFrontend front;

	private Simulator(TenantDescription description, SimulatorSettings settings) {
		this.stage = new SimulatedTenant(description, settings);
		this.tokens = new Tokens(description.organization().id(), settings.permissions());
		this.front = new HttpFrontend(settings.port(), this.stage, this.tokens, settings.permissions());
	}

	/**
	 * Begins a simulation.
	 * @param description the tenant
	 * @param settings how it is simulated
	 * @return the running simulation
	 * @throws java.io.UncheckedIOException if the port is taken
	 */
	public static Simulator start(TenantDescription description, SimulatorSettings settings) {
		return new Simulator(description, settings);
	}

	/**
	 * The Graph endpoint.
	 * @return for example {@code http://127.0.0.1:49152/v1.0}
	 */
	public URI endpoint() {
		return this.front.endpoint();
	}

	/**
	 * Where tokens are issued.
	 * @return for example {@code http://127.0.0.1:49152}
	 */
	public URI login() {
		return this.front.login();
	}

	/**
	 * A token this simulation accepts; it carries the granted permissions and lives for a
	 * day.
	 * @return a signed JSON Web Token
	 */
	public String accessToken() {
		return this.tokens.issue(this.stage.clock().now(), Duration.ofDays(1));
	}

	/**
	 * What was asked and written so far.
	 * @return the live journal
	 */
	public Journal journal() {
		return this.stage.journal();
	}

	/**
	 * Replaces what goes wrong from now on.
	 * @param script a fresh script
	 */
	public void rehearse(FaultScript script) {
		this.stage.rehearse(script);
	}

	/**
	 * A person's methods in force, in clear: for tests only.
	 * @param user a user principal name or object id
	 * @return the values as Graph would answer them
	 */
	public Map<MethodKind, String> methodsOf(String user) {
		Map<MethodKind, String> methods = this.stage.methods().now(id(user));
		methods.replaceAll(MethodFormat::answered);
		return methods;
	}

	/**
	 * Registers or changes a method behind the program's back, as the person would.
	 * @param user a user principal name or object id
	 * @param kind the method
	 * @param value the number or address
	 */
	public void setMethod(String user, MethodKind kind, String value) {
		change(user, kind, Optional.of(value));
	}

	/**
	 * Takes a method away behind the program's back.
	 * @param user a user principal name or object id
	 * @param kind the method
	 */
	public void removeMethod(String user, MethodKind kind) {
		change(user, kind, Optional.empty());
	}

	/**
	 * Gives a directory role.
	 * @param holder a user principal name, an object id, or a group's name
	 * @param role the role's name or template id
	 */
	public void grantRole(String holder, String role) {
		this.stage.directory().grant(new RoleGrant(role, holder));
	}

	/**
	 * Blocks sign-in.
	 * @param user a user principal name or object id
	 */
	public void disable(String user) {
		this.stage.directory().disable(user);
	}

	/**
	 * Gives an account another employee id, also one that is taken.
	 * @param user a user principal name or object id
	 * @param employeeId the employee id
	 */
	public void number(String user, String employeeId) {
		this.stage.directory().change(user, (before) -> before.withEmployeeId(employeeId));
	}

	/**
	 * Gives an account another sign-in name.
	 * @param user a user principal name or object id
	 * @param name the new user principal name
	 */
	public void rename(String user, String name) {
		this.stage.directory().change(user, (before) -> before.withUserPrincipalName(name));
	}

	/**
	 * Deletes a group; its members stay.
	 * @param group a name or object id
	 */
	public void removeGroup(String group) {
		this.stage.directory().removeGroup(group);
	}

	/**
	 * Deletes an account, which goes into the recycle bin.
	 * @param user a user principal name or object id
	 */
	public void remove(String user) {
		this.stage.directory().remove(user);
	}

	/** Lets the registration report show everything up to this moment. */
	public void letReportCatchUp() {
		this.stage.clock().letReportCatchUp();
	}

	/**
	 * The tenant's time.
	 * @return now, if the clock was never moved
	 */
	public Instant now() {
		return this.stage.clock().now();
	}

	/**
	 * Moves the tenant's clock, and with it the registration report.
	 * @param by how far ahead
	 */
	public void advance(Duration by) {
		this.stage.clock().advance(by);
	}

	@Override
	public void close() {
		this.front.close();
	}

	private void change(String user, MethodKind kind, Optional<String> value) {
		this.stage.methods().apply(new RegisteredMethods.Change(id(user), kind, this.stage.clock().now(), value));
		this.stage.remember();
	}

	private String id(String user) {
		return this.stage.directory()
			.user(user)
			.map(SimulatedUser::id)
			.orElseThrow(() -> new IllegalArgumentException("The simulated tenant has no user " + user));
	}

}
