package org.ssprprefill.cli;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.ssprprefill.check.FeedCheck;
import org.ssprprefill.check.FeedVerdict;
import org.ssprprefill.check.Sharing;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.definition.Connection;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.feed.RowRules;
import org.ssprprefill.report.CheckPen;
import org.ssprprefill.report.CheckWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code check FILE…}: tells HR whether files are in order, without tenant and ledger.
 */
@Command(name = "check",
		description = "Tells HR whether files are in order: no tenant, no database, nothing is moved or kept.",
		footer = { "", "Answers 0 in order, 4 something rejected, 7 a file cannot be read.", "",
				"Example: sspr-prefill check export.csv --job jobs/nightly.yaml" })
final class CheckCommand implements Callable<Integer> {

	private static final int REJECTED = 4;

	@Mixin
	private final Options options = new Options();

	@Parameters(paramLabel = "FILE", arity = "1..*", description = "Exports of HR, looked at together")
	private List<Path> files = new ArrayList<>();

	@Option(names = "--job", paramLabel = "JOB", required = true, description = "The job definition they are for")
	private Path job = Path.of("");

	@Override
	public Integer call() {
		JobDefinition definition = Definitions.loadOffline(this.job);
		Set<String> ownDomains = ownDomains(definition.connection());
		FeedVerdict verdict = FeedCheck.of(this.files.stream().distinct().toList(), definition.feed(),
				new RowRules(definition.matchBy(), definition.methodsInUse(), ownDomains), definition.employeeIdWidth(),
				new Sharing(definition.limits().sameNumber(), definition.limits().sameEmail()));
		boolean told = !ownDomains.isEmpty() || !definition.methodsInUse().contains(MethodKind.EMAIL);
		answer(verdict, new CheckWords(verdict, definition.report().language()), told);
		if (verdict.refusesFiles()) {
			return ExitCode.REFUSED;
		}
		return verdict.rejectsSomething() ? REJECTED : ExitCode.DONE;
	}

	private void answer(FeedVerdict verdict, CheckWords words, boolean knowsOwnDomains) {
		Console console = this.options.console();
		if (this.options.json()) {
			Writer out = new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
			new CheckPen().write(verdict, out);
			console.print("");
		}
		else {
			words.lines(knowsOwnDomains).forEach(console::print);
		}
		console.say(words.closing());
	}

	/**
	 * Of the tenant's domains only the one that names the tenant is known offline, and
	 * those of a simulated tenant where its description is at hand.
	 */
	private static Set<String> ownDomains(Connection connection) {
		if (connection instanceof Connection.Simulated simulated && Files.isRegularFile(simulated.description())) {
			return TenantConnection.describe(simulated.description())
				.organization()
				.domains()
				.stream()
				.map((domain) -> domain.toLowerCase(Locale.ROOT))
				.collect(Collectors.toSet());
		}
		return connection.tenantId()
			.filter((id) -> id.contains("."))
			.map((domain) -> Set.of(domain.toLowerCase(Locale.ROOT)))
			.orElse(Set.of());
	}

}
