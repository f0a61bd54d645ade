package org.ssprprefill.database;

import java.nio.file.Path;

/**
 * A process that opens a home's database, commits one row and then waits to be killed.
 */
final class DatabaseHolder {

	private DatabaseHolder() {
	}

	public static void main(String[] arguments) throws Exception {
		Database database = Database.open(LedgerSettingsOf.embedded(), Home.at(Path.of(arguments[0])));
		Sql.run(database.dataSource(), "create table if not exists sspr_prefill.kept (word text)");
		Sql.run(database.dataSource(), "insert into sspr_prefill.kept values ('committed')");
		System.out.println("ready");
		System.in.read();
	}

	/** Starts one and returns once it is ready. */
	static Process start(Path home) throws Exception {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), DatabaseHolder.class.getName(), home.toString())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		var lines = process.inputReader();
		String line = lines.readLine();
		while (line != null && !line.equals("ready")) {
			line = lines.readLine();
		}
		if (line == null) {
			throw new IllegalStateException("The process that holds the database did not start");
		}
		return process;
	}

}
