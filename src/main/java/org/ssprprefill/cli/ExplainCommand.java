package org.ssprprefill.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.definition.Purpose;
import org.ssprprefill.doctor.Check;
import org.ssprprefill.doctor.TenantChecks;
import org.ssprprefill.explain.Explainer;
import org.ssprprefill.explain.Operator;
import org.ssprprefill.explain.PersonFile;
import org.ssprprefill.explain.PersonReader;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.PersonMemory;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Tenant;
import org.ssprprefill.tenant.TenantRefusedException;
import org.ssprprefill.tenant.TenantUnavailableException;
import org.ssprprefill.tenant.UserKey;

/** {@code explain JOB USER}: why one person can or cannot reset the password. */
@Command(name = "explain",
		description = "Why this one person can or cannot reset the password, step by step, and what to do. "
				+ "Writes nothing.",
		footer = { "", "Example: sspr-prefill explain jobs/nightly.yaml jan.jansen@contoso.com --operator "
				+ "helpdesk@contoso.com" })
final class ExplainCommand implements Callable<Integer> {

	@Mixin
	private final Options options = new Options();

	@Parameters(index = "0", paramLabel = "JOB", description = "The job definition, or FLEET#TENANT")
	private Path job = Path.of("");

	@Parameters(index = "1", paramLabel = "USER", description = "User principal name, employee id or object id")
	private String user = "";

	@Option(names = "--operator", paramLabel = "UPN", description = "Whether this operator may reset the password, too")
	private @Nullable String operator;

	@Override
	public Integer call() {
		UserKey key = key("USER", this.user);
		Optional<UserKey> resetter = Optional.ofNullable(this.operator).map((name) -> key("--operator", name));
		return OpenedJob.with(this.job, Purpose.EVERYTHING, this.options,
				(job) -> job.look((ledger) -> explain(job, ledger, key, resetter)));
	}

	private static UserKey key(String what, String name) {
		try {
			return UserKey.of(name);
		}
		catch (IllegalArgumentException ex) {
			throw new Refusal(ExitCode.USAGE,
					what + " is empty. Give a user principal name, an employee id or an object id.");
		}
	}

	private int explain(OpenedJob job, Ledger ledger, UserKey key, Optional<UserKey> resetter) {
		JobDefinition definition = job.definition();
		try (TenantConnection connection = TenantConnection.open(definition.connection(), ledger, job.home().get())) {
			Tenant tenant = connection.tenant();
			enter(tenant, definition);
			EntraUser person = one(tenant, key);
			Optional<Operator> operating = resetter.map((name) -> new Operator(one(tenant, name)));
			String known = TenantIdentity.known(definition, ledger);
			PersonMemory memory = ledger.memory().of(known, person.id());
			PersonFile file = read(
					new PersonReader(tenant, definition.scope(), ledger.exclusions().of(known, definition.name()),
							definition.sspr(), Clock.systemUTC())
						.read(person, memory));
			print(new Explainer(definition.coverageRules(LocalDate.now(ZoneOffset.UTC))).explain(file, operating));
			return ExitCode.DONE;
		}
		catch (TenantRefusedException | TenantUnavailableException ex) {
			throw new Refusal(ExitCode.REFUSED, String.valueOf(ex.getMessage()));
		}
	}

	/** A user of another tenant than the one meant is not explained. */
	private static void enter(Tenant tenant, JobDefinition definition) {
		tenant.signIn();
		Check check = TenantChecks.tenant(tenant.organization(), definition.tenantId());
		if (check.forbidsWriting()) {
			throw new Refusal(ExitCode.REFUSED,
					check.remedy().map(check.detail()::then).orElse(check.detail()).inEnglish());
		}
	}

	private static EntraUser one(Tenant tenant, UserKey key) {
		List<EntraUser> found = read(tenant.find(key));
		if (found.size() == 1) {
			return found.get(0);
		}
		String named = key.attribute().words() + " " + key.value();
		if (found.isEmpty()) {
			throw new Refusal(ExitCode.USAGE, "No user in the tenant has the " + named
					+ ". Give a user principal name, an employee id or an object id.");
		}
		throw new Refusal(ExitCode.USAGE,
				found.stream()
					.map((user) -> "  " + user.userPrincipalName() + ", object id " + user.id())
					.collect(Collectors.joining("\n", found.size() + " people have the " + named + ":\n",
							"\nName one of them by user principal name or object id.")));
	}

	private static <T> T read(Answer<T> answer) {
		if (answer instanceof Answer.Unreadable<T> unreadable) {
			Obstacle obstacle = unreadable.obstacle();
			throw new Refusal(ExitCode.REFUSED, "The tenant did not answer the question for " + obstacle.question()
					+ " (HTTP " + obstacle.status() + (obstacle.code().isEmpty() ? "" : ", " + obstacle.code()) + "). "
					+ (obstacle.permissions().isEmpty() ? "Check that it exists."
							: "Grant the app " + String.join(" or ", obstacle.permissions()) + " with admin consent."));
		}
		return answer.value().orElseThrow();
	}

	private void print(Explainer.Answered answered) {
		if (this.options.json()) {
			this.options.console().print(answered.explanation().write());
		}
		else {
			answered.lines().forEach(this.options.console()::tell);
		}
	}

}
