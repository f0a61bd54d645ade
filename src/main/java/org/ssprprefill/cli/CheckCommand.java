package org.ssprprefill.cli;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.ssprprefill.check.FeedVerdict;
import org.ssprprefill.feed.DropFolder;
import org.ssprprefill.feed.DropFolderException;
import org.ssprprefill.feed.DroppedFile;
import org.ssprprefill.message.Message;
import org.ssprprefill.report.CheckWriter;
import org.ssprprefill.report.HrFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code check FILE…}: tells HR whether files are in order, without tenant and ledger.
 */
@Command(name = "check",
		description = "Tells HR whether files are in order: no tenant, no database, nothing is moved or kept.",
		footer = { "", "Answers 0 in order, 4 something rejected, 7 a file cannot be read.", "",
				"Example: sspr-prefill check export.csv --job jobs/nightly.yaml",
				"         sspr-prefill check --drop --job jobs/nightly.yaml" })
final class CheckCommand implements Callable<Integer> {

	private static final int REJECTED = 4;

	@Mixin
	private final Options options = new Options();

	@Spec
	private @Nullable CommandSpec spec;

	@Parameters(paramLabel = "FILE", arity = "0..*", description = "Exports of HR, looked at together")
	private List<Path> files = new ArrayList<>();

	@Option(names = "--drop", description = "Instead of FILE: every settled file in the drop folder without an answer."
			+ " FILE.check.txt is put beside it; nothing is moved")
	private boolean drop;

	@Option(names = "--job", paramLabel = "JOB", required = true,
			description = "The job definition they are for, or FLEET#TENANT")
	private Path job = Path.of("");

	@Override
	public Integer call() {
		if (this.drop != this.files.isEmpty()) {
			throw new ParameterException(Objects.requireNonNull(this.spec).commandLine(),
					"Give either the files to look at, or --drop for those in the drop folder.");
		}
		OfflineCheck check = OfflineCheck.of(Definitions.loadOffline(this.job));
		return this.drop ? dropped(check)
				: said(check, check.verdict(this.files.stream().distinct().toList(), Map.of()));
	}

	/** Each file gets an answer of its own; what is printed is the verdict on all. */
	private int dropped(OfflineCheck check) {
		try {
			Instant now = Clock.systemUTC().instant();
			List<DroppedFile> waiting = new DropFolder(check.definition().feed()).unanswered(now);
			Map<Path, Message> refused = waiting.stream()
				.filter((file) -> file.state() instanceof DroppedFile.Refused)
				.collect(Collectors.toMap(DroppedFile::path, (file) -> ((DroppedFile.Refused) file.state()).reason()));
			List<Path> paths = waiting.stream().map(DroppedFile::path).toList();
			HrFolder folder = new HrFolder(check.definition().feed().drop());
			for (DroppedFile file : waiting) {
				folder.check(file, check.text(file.name(), check.verdict(List.of(file.path()), refused), now));
			}
			return said(check, check.verdict(paths, refused));
		}
		catch (DropFolderException ex) {
			throw new Refusal(ExitCode.REFUSED, ex.problem() + " " + ex.remedy());
		}
		catch (UncheckedIOException ex) {
			throw new Refusal(ExitCode.FAILED, String.valueOf(ex.getMessage()));
		}
	}

	private int said(OfflineCheck check, FeedVerdict verdict) {
		Console console = this.options.console();
		if (this.options.json()) {
			Writer out = new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
			new CheckWriter().write(verdict, out);
			console.print("");
		}
		else if (!verdict.files().isEmpty()) {
			check.lines(verdict).forEach(console::print);
		}
		console.say(check.closing(verdict));
		if (verdict.refusesFiles()) {
			return ExitCode.REFUSED;
		}
		return verdict.rejectsSomething() ? REJECTED : ExitCode.DONE;
	}

}
