package org.ssprprefill.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.ssprprefill.definition.JobSchema;
import org.ssprprefill.feed.RefusedExportException;
import org.ssprprefill.init.JobDraft;
import org.ssprprefill.report.DraftWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code init FILE}: proposes a job definition for the exports of HR. */
@Command(name = "init", description = "Proposes a job definition from an HR export.",
		footer = { "", "Example: sspr-prefill init export.csv --out jobs/first.yaml" })
final class InitCommand implements Callable<Integer> {

	@Mixin
	private final Options options = new Options();

	@Parameters(paramLabel = "FILE", description = "An export of HR")
	private Path file = Path.of("");

	@Option(names = "--out", paramLabel = "JOB",
			description = "Where to write it; an existing file is not touched. Default: standard output")
	private @Nullable Path out;

	@Override
	public Integer call() {
		JobDraft draft = draft();
		Optional<Path> place = Optional.ofNullable(this.out);
		place.ifPresent((path) -> write(path, draft.text()));
		if (this.options.json()) {
			this.options.console().print(new DraftWriter().write(draft));
		}
		else if (place.isEmpty()) {
			this.options.console().print(draft.text().stripTrailing());
		}
		String job = place.map(Path::toString).orElse("JOB");
		this.options.console()
			.progress(place.map((path) -> "Wrote " + path + ". ").orElse("")
					+ "Answer its questions (# ?), then see whether the file is in order: sspr-prefill check "
					+ this.file + " --job " + job + ". Editors check and complete it with: sspr-prefill schema > "
					+ place.map((path) -> path.resolveSibling(JobSchema.FILE).toString()).orElse(JobSchema.FILE));
		return ExitCode.DONE;
	}

	private JobDraft draft() {
		try {
			return JobDraft.of(this.file);
		}
		catch (RefusedExportException ex) {
			throw new Refusal(ExitCode.REFUSED, this.file + ": " + ex.getMessage());
		}
		catch (UncheckedIOException ex) {
			throw new Refusal(ExitCode.REFUSED,
					this.file + ": The file could not be read to its end. Copy it to this machine and try the copy.");
		}
	}

	private static void write(Path place, String text) {
		try {
			Files.writeString(place, text, StandardOpenOption.CREATE_NEW);
		}
		catch (FileAlreadyExistsException ex) {
			throw new Refusal(ExitCode.USAGE,
					place + " exists already and was not touched. Name another file with --out, or move it away.");
		}
		catch (IOException ex) {
			throw new Refusal(ExitCode.USAGE,
					"Cannot write " + place + ". Check that its folder exists and may be written to.");
		}
	}

}
