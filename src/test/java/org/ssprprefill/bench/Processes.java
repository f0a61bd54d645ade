package org.ssprprefill.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/** What is said of processes and the machine they run on. */
final class Processes {

	private Processes() {
	}

	/** The first line of what a process prints. */
	static String firstLine(Process process) throws IOException {
		BufferedReader reader = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		return String.valueOf(reader.readLine());
	}

	/** How many threads of the whole machine ran or wished to, over the last minute. */
	static double load() {
		return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
	}

	static String machine() {
		return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
				+ Runtime.getRuntime().availableProcessors() + " processors, Java "
				+ System.getProperty("java.version");
	}

}
