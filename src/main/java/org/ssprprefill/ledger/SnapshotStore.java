package org.ssprprefill.ledger;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.UserPrincipalName;
import org.ssprprefill.database.CopyWriter;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.EntraUser.UserType;
import org.ssprprefill.tenant.Registration;

/** The tenant as it was tonight: users, registration report, administrators, groups. */
public final class SnapshotStore {

	private static final String USER = "user_principal_name, upn_key, employee_id, mail_key, enabled, guest,"
			+ " synchronised, restricted, resource_account, entitlement, rests_on_warning, rests_on_office_365, external";

	private static final String REGISTRATION = "administrator, registered, enabled, capable, mfa_registered, methods, as_of";

	private final DataSource dataSource;

	private final JdbcTemplate jdbc;

	private final BulkUpsert arrivingUsers;

	private final BulkUpsert arrivingRegistrations;

	SnapshotStore(DataSource dataSource) {
		this.dataSource = dataSource;
		this.jdbc = new JdbcTemplate(dataSource);
		this.arrivingUsers = new BulkUpsert(dataSource, "entra_user", "tenant, object_id, " + USER, USER);
		this.arrivingRegistrations = new BulkUpsert(dataSource, "registration", "tenant, object_id, " + REGISTRATION,
				REGISTRATION);
	}

	/**
	 * Forgets the users of an earlier run, and first that they were ever complete.
	 * @param tenant the tenant's key
	 */
	public void forgetUsers(String tenant) {
		this.jdbc.update("delete from sspr_prefill.user_mark where tenant = ?", tenant);
		this.jdbc.update("delete from sspr_prefill.entra_user where tenant = ?", tenant);
	}

	/**
	 * Forgets users that are no more.
	 * @param tenant the tenant's key
	 * @param gone their object ids
	 */
	public void removeUsers(String tenant, Collection<ObjectId> gone) {
		this.jdbc.batchUpdate("delete from sspr_prefill.entra_user where tenant = ? and object_id = ?",
				gone.stream().map((id) -> new Object[] { tenant, id.value() }).toList());
	}

	/**
	 * {@return how many users of every kind are known}
	 * @param tenant the tenant's key
	 */
	public long users(String tenant) {
		return this.jdbc
			.queryForList("select count(*) from sspr_prefill.entra_user where tenant = ?", Long.class, tenant)
			.get(0);
	}

	/**
	 * How many enabled members are licensed only by what is about to end.
	 * @param tenant the tenant's key
	 * @return rooms and shared devices left out
	 */
	public long restingOnWarning(String tenant) {
		Long count = this.jdbc
			.queryForObject(
					"select count(*) from sspr_prefill.entra_user where tenant = ? and rests_on_warning"
							+ " and enabled and not guest and not external and not resource_account",
					Long.class, tenant);
		return (count != null) ? count : 0;
	}

	/**
	 * How many enabled cloud-only members have no licence for a reset but an Office 365
	 * plan on which Microsoft's pages disagree.
	 * @param tenant the tenant's key
	 * @return rooms and shared devices left out
	 */
	public long restingOnOffice365(String tenant) {
		Long count = this.jdbc.queryForObject(
				"select count(*) from sspr_prefill.entra_user where tenant = ? and rests_on_office_365"
						+ " and enabled and not guest and not synchronised and not resource_account",
				Long.class, tenant);
		return (count != null) ? count : 0;
	}

	/**
	 * Forgets the registration report of an earlier run.
	 * @param tenant the tenant's key
	 */
	public void forgetRegistrations(String tenant) {
		this.jdbc.update("delete from sspr_prefill.registration where tenant = ?", tenant);
	}

	/**
	 * Adds users. What is said of a user last replaces what was said before.
	 * @param tenant the tenant's key
	 * @param users the users with what their licences mean
	 */
	public void addUsers(String tenant, List<LicensedUser> users) {
		Map<ObjectId, LicensedUser> byId = new LinkedHashMap<>();
		users.forEach((licensed) -> byId.put(licensed.user().id(), licensed));
		CopyWriter copy = new CopyWriter();
		byId.values().forEach((licensed) -> {
			EntraUser user = licensed.user();
			copy.column(tenant)
				.column(user.id().value())
				.column(user.userPrincipalName().value())
				.column(user.userPrincipalName().key())
				.column(user.employeeId().map(EmployeeId::value).orElse(null))
				.column(user.mail().map(UserPrincipalName::key).orElse(null))
				.column(user.enabled())
				.column(user.type() == UserType.GUEST)
				.column(user.synchronised())
				.column(user.managementRestricted())
				.column(licensed.resourceAccount())
				.column(licensed.entitlement())
				.column(licensed.restsOnWarning())
				.column(licensed.restsOnOffice365())
				.column(user.type() == UserType.EXTERNAL)
				.end();
		});
		this.arrivingUsers.bring(copy);
	}

	/**
	 * Adds rows of the registration report; a person's later row replaces an earlier one.
	 * @param tenant the tenant's key
	 * @param registrations the rows
	 */
	public void addRegistrations(String tenant, List<Registration> registrations) {
		Map<ObjectId, Registration> byUser = new LinkedHashMap<>();
		registrations.forEach((registration) -> byUser.put(registration.user(), registration));
		CopyWriter copy = new CopyWriter();
		byUser.values()
			.forEach((registration) -> copy.column(tenant)
				.column(registration.user().value())
				.column(registration.administrator())
				.column(registration.ssprRegistered())
				.column(registration.ssprEnabled())
				.column(registration.ssprCapable())
				.column(registration.mfaRegistered())
				.column(registration.methods())
				.column(registration.asOf())
				.end());
		this.arrivingRegistrations.bring(copy);
	}

	/**
	 * Replaces the administrators.
	 * @param tenant the tenant's key
	 * @param administrators all holders of a role
	 */
	public void replaceAdministrators(String tenant, Administrators administrators) {
		this.jdbc.update("delete from sspr_prefill.role_holder where tenant = ?", tenant);
		CopyWriter copy = new CopyWriter();
		administrators.byUser()
			.forEach((user, hold) -> copy.column(tenant)
				.column(user.value())
				.column(hold.name())
				.column(administrators.roles().getOrDefault(user, Set.of()))
				.end());
		copy.into(this.dataSource, "role_holder (tenant, object_id, hold, roles)");
	}

	/**
	 * Replaces who is named in {@code scope.exclude}.
	 * @param run the run's id
	 * @param subjects object ids and keys of user principal names
	 */
	public void replaceExcluded(String run, Collection<String> subjects) {
		this.jdbc.update("delete from sspr_prefill.excluded_user where run = ?", run);
		CopyWriter copy = new CopyWriter();
		subjects.stream().distinct().forEach((subject) -> copy.column(run).column(subject).end());
		copy.into(this.dataSource, "excluded_user (run, subject)");
	}

	/**
	 * Replaces the members of groups that decide something in a run.
	 * @param run the run's id
	 * @param members the users by group
	 */
	public void replaceGroups(String run, Map<ObjectId, ? extends Collection<ObjectId>> members) {
		String table = "group_member (run, group_id, object_id)";
		CopyWriter copy = new CopyWriter();
		members.forEach((group, users) -> {
			this.jdbc.update("delete from sspr_prefill.group_member where run = ? and group_id = ?", run,
					group.value());
			users
				.forEach((id) -> copy.column(run).column(group.value()).column(id.value()).end(this.dataSource, table));
		});
		copy.into(this.dataSource, table);
	}

}
