package org.ssprprefill.timeline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.ssprprefill.contact.ProgramFile;

/**
 * The announced endings, from the data file {@code timeline/endings.txt}; the only place
 * in the program that knows their dates.
 *
 * @param endings the endings, in the order in which they come
 */
public record Timeline(List<Ending> endings) {

	/** Nothing is announced. */
	public static final Timeline EMPTY = new Timeline(List.of());

	private static final String FILE = "/timeline/endings.txt";

	/** Puts the endings in order and refuses two dates for the same thing. */
	public Timeline {
		endings = endings.stream()
			.sorted(Comparator.comparing(Ending::date).thenComparing(Ending::audience).thenComparing(Ending::cloud))
			.toList();
		Set<String> seen = new HashSet<>();
		for (Ending ending : endings) {
			for (Channel channel : ending.ends()) {
				if (!seen.add(ending.cloud() + " " + channel + " " + ending.audience())) {
					throw new IllegalStateException("The timeline has two dates for " + channel.word()
							+ " in the cloud " + ending.cloud() + " for " + ending.audience().word());
				}
			}
		}
	}

	/**
	 * Loads and checks the timeline that comes with the program.
	 * @return the endings of all clouds
	 * @throws IllegalStateException if the data file is damaged
	 */
	public static Timeline standard() {
		return of(ProgramFile.entries(FILE));
	}

	static Timeline of(List<String> lines) {
		return new Timeline(
				lines.stream().filter((line) -> !line.isBlank() && !line.startsWith("#")).map(Ending::parse).toList());
	}

	/**
	 * The endings of one cloud.
	 * @param cloud the word of the job definition
	 * @return nothing for clouds for which nothing is announced
	 */
	public Timeline in(String cloud) {
		return new Timeline(this.endings.stream().filter((ending) -> ending.cloud().equals(cloud)).toList());
	}

	/**
	 * What has ended on a day.
	 * @param audience whom to ask for
	 * @param day the day
	 * @return what does not serve any more
	 */
	public Set<Channel> endedOn(Audience audience, LocalDate day) {
		return ended(audience, (ending) -> !ending.date().isAfter(day));
	}

	/**
	 * What has ended after one of the endings, and all before it.
	 * @param audience whom to ask for
	 * @param last the last of the endings to look at
	 * @return what does not serve any more
	 */
	public Set<Channel> endedAfter(Audience audience, Ending last) {
		return ended(audience, (ending) -> this.endings.indexOf(ending) <= this.endings.indexOf(last));
	}

	private Set<Channel> ended(Audience audience, Predicate<Ending> passed) {
		EnumSet<Channel> ended = EnumSet.noneOf(Channel.class);
		for (Channel channel : Channel.values()) {
			if (of(channel, audience).or(() -> of(channel, Audience.EVERYBODY)).filter(passed).isPresent()) {
				ended.add(channel);
			}
		}
		return ended;
	}

	private Optional<Ending> of(Channel channel, Audience audience) {
		return this.endings.stream()
			.filter((ending) -> ending.audience() == audience && ending.ends().contains(channel))
			.findFirst();
	}

	/**
	 * The first ending of Microsoft's SMS or voice for all.
	 * @return nothing where none is announced
	 */
	public Optional<Ending> endOfPhones() {
		return this.endings.stream()
			.filter((ending) -> ending.audience() == Audience.EVERYBODY
					&& (ending.ends().contains(Channel.SMS) || ending.ends().contains(Channel.VOICE)))
			.findFirst();
	}

}
