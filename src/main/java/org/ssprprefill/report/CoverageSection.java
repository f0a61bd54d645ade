package org.ssprprefill.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.ssprprefill.timeline.Audience;
import org.ssprprefill.timeline.Channel;

/**
 * Who can reset the password, today and after each announced ending. All percentages lie
 * between 0 and 100, and are empty where the population is empty or nothing can be
 * measured.
 *
 * @param measurable whether anything could be measured
 * @param population enabled members in scope
 * @param canReset people known to be able to reset
 * @param percent people who can reset, in percent of the population
 * @param target what the job definition asks for
 * @param registrationReportAsOf how old the registration report is
 * @param reasons how many people have each gap, by stable word
 * @param fromFebruary2027 the same when Microsoft-delivered SMS and voice have ended
 * @param groups coverage by HR's group column
 * @param trend coverage of earlier runs, oldest first
 * @param effectiveness whether what was confirmed also shows in the registration report
 * @param timeline what each announced ending leaves, in the order in which they come
 * @param phoneOnly people who depend on a phone alone
 */
public record CoverageSection(boolean measurable, int population, int canReset, OptionalDouble percent,
		OptionalDouble target, Optional<Instant> registrationReportAsOf, Map<String, Integer> reasons,
		Later fromFebruary2027, List<GroupLine> groups, List<TrendPoint> trend, Effectiveness effectiveness,
		List<TimelineEntry> timeline, PhoneOnly phoneOnly) {

	/** Nothing was measured. */
	public static final CoverageSection NONE = new CoverageSection(false, 0, 0, OptionalDouble.empty(),
			OptionalDouble.empty(), Optional.empty(), Map.of(), new Later(0, OptionalDouble.empty(), "none"), List.of(),
			List.of(), new Effectiveness(0, 0), List.of(), new PhoneOnly(0, 0));

	/**
	 * The entry of the end of Microsoft's SMS and voice for all, to which
	 * {@code fromFebruary2027} belongs.
	 * @return nothing where no end is announced
	 */
	public Optional<TimelineEntry> endOfPhones() {
		return this.timeline.stream()
			.filter((entry) -> entry.audience().equals(Audience.EVERYBODY.word())
					&& (entry.ends().contains(Channel.SMS.word()) || entry.ends().contains(Channel.VOICE.word())))
			.findFirst();
	}

	/** Keeps copies of the collections and refuses percentages that are none. */
	public CoverageSection {
		Figures.requirePercent("coverage", percent);
		Figures.requirePercent("target", target);
		reasons = Map.copyOf(reasons);
		groups = List.copyOf(groups);
		trend = List.copyOf(trend);
		timeline = List.copyOf(timeline);
	}

	/**
	 * Coverage from the end of Microsoft-delivered SMS and voice on (Microsoft Entra
	 * documentation, {@code concept-sms-voice-retirement}).
	 *
	 * @param canReset people who will still be able to reset
	 * @param percent the same in percent of the population
	 * @param ownTelecomProvider the channels for which the tenant brings its own
	 * provider: {@code none}, {@code sms}, {@code voice} or {@code both}
	 */
	public record Later(int canReset, OptionalDouble percent, String ownTelecomProvider) {

		/** Refuses a percentage that is none. */
		public Later {
			Figures.requirePercent("coverage after the end of phones", percent);
		}

	}

	/**
	 * Coverage of one group.
	 *
	 * @param group HR's word for it
	 * @param population its people in scope
	 * @param canReset those who can reset
	 * @param percent the same in percent
	 */
	public record GroupLine(String group, int population, int canReset, OptionalDouble percent) {

		/** Refuses a percentage that is none. */
		public GroupLine {
			Figures.requirePercent("coverage of a group", percent);
		}

	}

	/**
	 * Coverage as an earlier run saw it.
	 *
	 * @param run that run's id
	 * @param at when
	 * @param percent coverage in percent
	 */
	public record TrendPoint(String run, Instant at, OptionalDouble percent) {

		/** Refuses a percentage that is none. */
		public TrendPoint {
			Figures.requirePercent("coverage of an earlier run", percent);
		}

	}

	/**
	 * Whether what was confirmed also shows in the registration report.
	 *
	 * @param confirmedLongEnoughAgo people with enough methods, one of them confirmed so
	 * long ago that the report must know it
	 * @param registeredInReport those of them whom it counts as registered
	 */
	public record Effectiveness(int confirmedLongEnoughAgo, int registeredInReport) {
	}

	/**
	 * What an announced ending leaves.
	 *
	 * @param date the day from which it holds
	 * @param ends what ends: {@code sms}, {@code voice} or {@code security-questions}
	 * @param audience for whom: {@code everybody} or {@code global-administrators}
	 * @param canReset people who can still reset then
	 * @param lost those who could until then
	 * @param percent the people who still can, in percent of the population
	 * @param source where Microsoft says so
	 */
	public record TimelineEntry(LocalDate date, List<String> ends, @JsonProperty("for") String audience, int canReset,
			int lost, OptionalDouble percent, String source) {

		/** Keeps a copy of the list and refuses a percentage that is none. */
		public TimelineEntry {
			ends = List.copyOf(ends);
			Figures.requirePercent("coverage after an ending", percent);
		}

	}

	/**
	 * People who depend on a phone alone.
	 *
	 * @param reset people whose reset rests on phones and nothing else
	 * @param mfa people whose only second factor for sign-in is a phone
	 */
	public record PhoneOnly(int reset, int mfa) {

	}

}
