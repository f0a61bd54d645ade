package org.ssprprefill.report;

/** What an undo has to say, where nothing went wrong. */
final class UndoWords {

	static final String NOTE = "This is an undo. An addition is counted where the method is taken away again, an update "
			+ "where the earlier value is put back.";

	private UndoWords() {
	}

	static String verdict(RunReport report) {
		int planned = report.plan().changes();
		int left = report.plan().none().values().stream().mapToInt(Integer::intValue).sum();
		int people = report.matching().protectedPeople() + report.matching().outOfScope()
				+ report.matching().unmatched();
		String rest = rest(left, people);
		if (planned == 0) {
			return "There was nothing left to take back" + rest + ".";
		}
		if (isRehearsed(report)) {
			return "This would take back " + Figures.count(planned, "method", "methods") + " of "
					+ Figures.count(report.plan().people(), "person", "people") + rest + ". Nothing was written.";
		}
		return Figures.count(report.outcomes().confirmed().total(), "method was", "methods were")
				+ " taken back and confirmed by read-back" + rest + ".";
	}

	/** Every change of an undo that was not rehearsed has an outcome. */
	static boolean isRehearsed(RunReport report) {
		return report.run().mode() == RunSection.Mode.UNDO && report.plan().changes() > 0
				&& report.outcomes().total() == 0;
	}

	private static String rest(int methods, int people) {
		String rest = (methods == 0) ? ""
				: "; " + Figures.count(methods, "method is", "methods are") + " not as the run left them";
		return (people == 0) ? rest
				: rest + "; " + Figures.count(people, "person", "people") + " may not be written to any more";
	}

}
