package org.ssprprefill.cli;

import java.util.concurrent.Callable;

import org.ssprprefill.definition.JobSchema;
import org.ssprprefill.report.SchemaWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code schema}: the JSON Schema of job definitions. */
@Command(name = "schema",
		description = { "Prints the JSON Schema of job definitions, for editors.",
				"A job definition whose first line is " + JobSchema.MODELINE + " is checked and completed by editors "
						+ "that know it, once the schema lies beside it." },
		footer = { "", "Example: sspr-prefill schema > jobs/" + JobSchema.FILE })
final class SchemaCommand implements Callable<Integer> {

	@Spec
	private CommandSpec verb = CommandSpec.create();

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help")
	private boolean help;

	@Override
	public Integer call() {
		CommandLines.consoleOf(this.verb).print(new SchemaWriter().write(JobSchema.tree()));
		return ExitCode.DONE;
	}

}
