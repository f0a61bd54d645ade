package org.ssprprefill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program and its embedded database have used so far, as Linux's {@code /proc}
 * says. Elsewhere, and of a process that is gone, it says nothing.
 *
 * @param program processor seconds of the program
 * @param database processor seconds of its database
 * @param megabytes the most memory the program has had (resident set)
 */
record Usage(double program, double database, double megabytes) {

	static final Usage NONE = new Usage(0, 0, 0);

	/** What {@code sysconf(_SC_CLK_TCK)} is on every Linux of today. */
	private static final double TICKS = 100;

	private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

	/**
	 * Looks at both once.
	 * @param program the program's process
	 * @param home its home folder, which its database is started with
	 */
	static Usage of(Process program, Path home) {
		Matcher peak = PEAK.matcher(read(program.pid(), "status"));
		return new Usage(processor(program.pid(), 2), database(home.toString()),
				peak.find() ? Long.parseLong(peak.group(1)) / 1024.0 : 0);
	}

	/** All of it only grows. */
	Usage orMore(Usage other) {
		return new Usage(Math.max(this.program, other.program), Math.max(this.database, other.database),
				Math.max(this.megabytes, other.megabytes));
	}

	/** The server with the sessions that have ended, and those that have not. */
	private static double database(String home) {
		return ProcessHandle.allProcesses()
			.filter((process) -> process.info().commandLine().filter((line) -> isServer(line, home)).isPresent())
			.mapToDouble((server) -> processor(server.pid(), 4))
			.sum();
	}

	private static boolean isServer(String commandLine, String home) {
		return commandLine.contains("bin/postgres ") && commandLine.contains(home);
	}

	/** User and system time; with four figures that of ended children as well. */
	private static double processor(long process, int figures) {
		String stat = read(process, "stat");
		List<String> values = List.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split(" "));
		return (values.size() < 15) ? 0
				: values.subList(11, 11 + figures).stream().mapToLong(Long::parseLong).sum() / TICKS;
	}

	private static String read(long process, String what) {
		try {
			return Files.readString(Path.of("/proc", String.valueOf(process), what));
		}
		catch (IOException ex) {
			return "";
		}
	}

}
