package org.ssprprefill.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * How a tenant is simulated.
 *
 * @param port the loopback port, 0 for any free one
 * @param answers the answers that are not documented
 * @param faults what goes wrong, and when
 * @param memory where writes outlive the simulation
 * @param permissions the application permissions granted to the caller
 * @param limits how much the tenant bears
 * @param latency how late every answer is
 */
public record SimulatorSettings(int port, InventedAnswers answers, FaultScript faults, Memory memory,
		Set<String> permissions, Limits limits, Duration latency) {

	/** Every permission this program ever asks for. */
	public static final Set<String> ALL_PERMISSIONS = Set.of("UserAuthMethod-Phone.ReadWrite.All",
			"UserAuthMethod-Email.ReadWrite.All", "UserAuthenticationMethod.Read.All", "User.Read.All",
			"LicenseAssignment.Read.All", "AuditLog.Read.All", "Policy.Read.AuthenticationMethod", "Policy.Read.All",
			"RoleManagement.Read.Directory", "RoleEligibilitySchedule.Read.Directory",
			"RoleAssignmentSchedule.Read.Directory", "PrivilegedEligibilitySchedule.Read.AzureADGroup",
			"GroupMember.Read.All", "Organization.Read.All");

	/** Copies the set. */
	public SimulatorSettings {
		permissions = Set.copyOf(permissions);
	}

	/**
	 * A free port, plain invented answers, no faults, no memory, all permissions.
	 * @return the settings
	 */
	public static SimulatorSettings defaults() {
		return new SimulatorSettings(0, InventedAnswers.plain(), FaultScript.none(), Memory.none(), ALL_PERMISSIONS,
				Limits.NONE, Duration.ZERO);
	}

	/**
	 * The same settings with that port.
	 * @param chosen a loopback port, 0 for any free one
	 * @return the changed copy
	 */
	public SimulatorSettings withPort(int chosen) {
		return new SimulatorSettings(chosen, this.answers, this.faults, this.memory, this.permissions, this.limits,
				this.latency);
	}

	/**
	 * The same settings with those answers.
	 * @param invented the answers that are not documented
	 * @return the changed copy
	 */
	public SimulatorSettings with(InventedAnswers invented) {
		return new SimulatorSettings(this.port, invented, this.faults, this.memory, this.permissions, this.limits,
				this.latency);
	}

	/**
	 * The same settings with those faults.
	 * @param script what goes wrong, and when
	 * @return the changed copy
	 */
	public SimulatorSettings with(FaultScript script) {
		return new SimulatorSettings(this.port, this.answers, script, this.memory, this.permissions, this.limits,
				this.latency);
	}

	/**
	 * The same settings with that memory.
	 * @param kept where writes outlive the simulation
	 * @return the changed copy
	 */
	public SimulatorSettings with(Memory kept) {
		return new SimulatorSettings(this.port, this.answers, this.faults, kept, this.permissions, this.limits,
				this.latency);
	}

	/**
	 * The same settings with only those permissions.
	 * @param granted the application permissions
	 * @return the changed copy
	 */
	public SimulatorSettings withPermissions(Set<String> granted) {
		return new SimulatorSettings(this.port, this.answers, this.faults, this.memory, granted, this.limits,
				this.latency);
	}

	/**
	 * The same settings without one permission.
	 * @param permission the application permission to take away
	 * @return the changed copy
	 */
	public SimulatorSettings without(String permission) {
		Set<String> rest = new HashSet<>(this.permissions);
		rest.remove(permission);
		return withPermissions(rest);
	}

	/**
	 * The same settings with those limits.
	 * @param borne how much the tenant bears
	 * @return the changed copy
	 */
	public SimulatorSettings with(Limits borne) {
		return new SimulatorSettings(this.port, this.answers, this.faults, this.memory, this.permissions, borne,
				this.latency);
	}

	/**
	 * The same settings with that latency.
	 * @param late how late every answer is
	 * @return the changed copy
	 */
	public SimulatorSettings withLatency(Duration late) {
		return new SimulatorSettings(this.port, this.answers, this.faults, this.memory, this.permissions, this.limits,
				late);
	}

	/**
	 * The same settings with what goes wrong in a bad run that a person wrote down:
	 * faults, limits and latency.
	 * @param yaml the file
	 * @return the changed copy
	 * @throws TenantDescriptionException if the file cannot be read or anything in it is
	 * wrong, with all problems at once
	 */
	public SimulatorSettings withBadNight(Path yaml) {
		return FaultFile.apply(yaml, this);
	}

}
