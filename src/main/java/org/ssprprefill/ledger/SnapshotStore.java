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
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.EntraUser.UserType;
import org.ssprprefill.tenant.Registration;

/** The tenant as it was tonight: users, registration report, administrators, groups. */
public final class SnapshotStore {

	private final DataSource dataSource;

	private final JdbcTemplate jdbc;

	SnapshotStore(DataSource dataSource) {
		this.dataSource = dataSource;
		this.jdbc = new JdbcTemplate(dataSource);
	}

	/**
	 * Forgets the users of an earlier night.
	 * @param tenant the tenant's key
	 */
	public void forgetUsers(String tenant) {
		this.jdbc.update("delete from entra_user where tenant = ?", tenant);
	}

	/**
	 * Forgets the registration report of an earlier night.
	 * @param tenant the tenant's key
	 */
	public void forgetRegistrations(String tenant) {
		this.jdbc.update("delete from registration where tenant = ?", tenant);
	}

	/**
	 * Adds users. A user that came before, on an earlier page, is taken once.
	 * @param tenant the tenant's key
	 * @param users the users with what their licences mean
	 */
	public void addUsers(String tenant, List<LicensedUser> users) {
		this.jdbc.batchUpdate("""
				insert into entra_user (tenant, object_id, user_principal_name, upn_key, employee_id, mail_key,
				enabled, guest, synchronised, restricted, resource_account, entitlement)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
				""", users, 1000, (statement, licensed) -> {
			EntraUser user = licensed.user();
			statement.setString(1, tenant);
			statement.setString(2, user.id().value());
			statement.setString(3, user.userPrincipalName().value());
			statement.setString(4, user.userPrincipalName().key());
			statement.setString(5, user.employeeId().map(EmployeeId::value).orElse(null));
			statement.setString(6, user.mail().map(UserPrincipalName::key).orElse(null));
			statement.setBoolean(7, user.enabled());
			statement.setBoolean(8, user.type() == UserType.GUEST);
			statement.setBoolean(9, user.synchronised());
			statement.setBoolean(10, user.managementRestricted());
			statement.setBoolean(11, licensed.resourceAccount());
			statement.setString(12, licensed.entitlement());
		});
	}

	/**
	 * Adds rows of the registration report; a person's later row replaces an earlier one.
	 * @param tenant the tenant's key
	 * @param registrations the rows
	 */
	public void addRegistrations(String tenant, List<Registration> registrations) {
		this.jdbc.batchUpdate("""
				insert into registration (tenant, object_id, administrator, registered, enabled, capable, methods,
				as_of) values (?, ?, ?, ?, ?, ?, ?, ?::timestamptz) on conflict (tenant, object_id) do update set
				administrator = excluded.administrator, registered = excluded.registered,
				enabled = excluded.enabled, capable = excluded.capable, methods = excluded.methods,
				as_of = excluded.as_of
				""", lastOfEach(registrations), 1000, (statement, registration) -> {
			statement.setString(1, tenant);
			statement.setString(2, registration.user().value());
			statement.setBoolean(3, registration.administrator());
			statement.setBoolean(4, registration.ssprRegistered());
			statement.setBoolean(5, registration.ssprEnabled());
			statement.setBoolean(6, registration.ssprCapable());
			statement.setArray(7,
					statement.getConnection().createArrayOf("text", registration.methods().toArray(String[]::new)));
			statement.setString(8, registration.asOf().toString());
		});
	}

	/** One statement may not touch a person twice. */
	private static Collection<Registration> lastOfEach(List<Registration> registrations) {
		Map<ObjectId, Registration> byUser = new LinkedHashMap<>();
		registrations.forEach((registration) -> byUser.put(registration.user(), registration));
		return byUser.values();
	}

	/**
	 * Replaces the administrators.
	 * @param tenant the tenant's key
	 * @param administrators everybody with a role
	 */
	public void replaceAdministrators(String tenant, Administrators administrators) {
		this.jdbc.update("delete from role_holder where tenant = ?", tenant);
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
		this.jdbc.update("delete from excluded_user where run = ?", run);
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
		CopyWriter copy = new CopyWriter();
		members.forEach((group, users) -> {
			this.jdbc.update("delete from group_member where run = ? and group_id = ?", run, group.value());
			users.forEach((user) -> copy.column(run).column(group.value()).column(user.value()).end());
		});
		copy.into(this.dataSource, "group_member (run, group_id, object_id)");
	}

	/**
	 * The names in {@code scope.exclude} that fit no user of the tenant.
	 * @param run the run's id
	 * @param tenant the tenant's key
	 * @return keys of user principal names, and object ids
	 */
	public List<String> excludedInVain(String run, String tenant) {
		return this.jdbc.queryForList(
				"select subject from excluded_user e where run = ?"
						+ " and not exists (select 1 from entra_user u where u.tenant = ?"
						+ " and (u.upn_key = e.subject or u.object_id = e.subject)) order by subject",
				String.class, run, tenant);
	}

	/**
	 * A user with what the licences mean.
	 *
	 * @param user the user
	 * @param entitlement the word for what the licences entitle to
	 * @param resourceAccount whether it is a room or a shared device
	 */
	public record LicensedUser(EntraUser user, String entitlement, boolean resourceAccount) {
	}

}
