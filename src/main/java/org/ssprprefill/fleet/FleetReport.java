package org.ssprprefill.fleet;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

import org.ssprprefill.definition.FleetDefinition;
import org.ssprprefill.definition.FleetTenant;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.report.RunStatus;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of a fleet's night: counts, and never people.
 *
 * @param fleet the fleet's name
 * @param night its date; of several, where zones differ, the last
 * @param at when the report was made
 * @param over whether every night has ended, or had to
 * @param exitCode the worst over the tenants
 * @param outcomes how many tenants had which outcome
 * @param totals the figures of all tenants together
 * @param tenants each tenant, the worst first
 */
public record FleetReport(String fleet, LocalDate night, Instant at, boolean over, int exitCode,
		Map<String, Integer> outcomes, Totals totals, List<Tenant> tenants) {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	/** Keeps its own copies. */
	public FleetReport {
		outcomes = new LinkedHashMap<>(outcomes);
		tenants = List.copyOf(tenants);
	}

	/**
	 * The tenants together, as far as they were measured.
	 *
	 * @param population people in scope
	 * @param canReset those who can reset
	 * @param percent the same in percent
	 * @param planned changes that were planned
	 * @param confirmed changes that were read back as written
	 * @param rejectedRows rows with nothing usable
	 * @param rejected changes that Graph refused
	 */
	public record Totals(int population, int canReset, OptionalDouble percent, int planned, int confirmed,
			int rejectedRows, int rejected) {

		static Totals of(List<Figures> all) {
			int population = all.stream().mapToInt(Figures::population).sum();
			int canReset = all.stream().mapToInt(Figures::canReset).sum();
			return new Totals(population, canReset,
					(population > 0) ? OptionalDouble.of(Math.round(canReset * 1000.0 / population) / 10.0)
							: OptionalDouble.empty(),
					all.stream().mapToInt(Figures::planned).sum(), all.stream().mapToInt(Figures::confirmed).sum(),
					all.stream().mapToInt(Figures::rejectedRows).sum(), all.stream().mapToInt(Figures::rejected).sum());
		}

	}

	/**
	 * One tenant's night.
	 *
	 * @param tenant the id of its entry
	 * @param name what people call it
	 * @param night the night's date
	 * @param outcome what became of it
	 * @param exitCode the exit code it counts with
	 * @param attempts how often it ended by itself
	 * @param deaths during how many attempts the worker died
	 * @param worker the worker that had it last
	 * @param run the run's id
	 * @param startedAt when it was first begun
	 * @param endedAt when it ended
	 * @param seconds how long it took
	 * @param reason why, in a sentence
	 * @param report where its own report is
	 * @param figures its counts
	 * @param adminConsent where an administrator of the tenant consents to the app, while
	 * that is missing
	 */
	public record Tenant(String tenant, String name, LocalDate night, String outcome, int exitCode, int attempts,
			int deaths, Optional<String> worker, Optional<String> run, Optional<Instant> startedAt,
			Optional<Instant> endedAt, OptionalLong seconds, Optional<String> reason, Optional<String> report,
			Optional<Figures> figures, Optional<URI> adminConsent) {

		static Tenant of(FleetTenant tenant, LocalDate date, Optional<TenantNight> known) {
			boolean wrong = tenant.definition().isEmpty();
			NightOutcome outcome = known.map(TenantNight::outcome)
				.filter((word) -> !wrong || known.get().endedAt().isPresent())
				.orElse(wrong ? NightOutcome.MISCONFIGURED : NightOutcome.WAITING);
			Optional<String> reason = known.flatMap(TenantNight::reason)
				.or(() -> tenant.problems().stream().findFirst().map((problem) -> problem.sentence()));
			Optional<Figures> figures = Figures.read(known.flatMap(TenantNight::figures));
			return new Tenant(tenant.id(), tenant.name(), date, outcome.word(),
					outcome.countsAsFailure() ? 1
							: known.map(TenantNight::exitCode).orElseGet(OptionalInt::empty).orElse(1),
					known.map(TenantNight::attempts).orElse(0), known.map(TenantNight::deaths).orElse(0),
					known.flatMap(TenantNight::worker), known.flatMap(TenantNight::run),
					known.flatMap(TenantNight::startedAt), known.flatMap(TenantNight::endedAt),
					known.flatMap(TenantNight::took)
						.map((took) -> OptionalLong.of(took.toSeconds()))
						.orElseGet(OptionalLong::empty),
					reason, known.flatMap(TenantNight::report), figures,
					figures.flatMap(Figures::consent)
						.filter((consented) -> !consented)
						.flatMap((missing) -> tenant.definition().flatMap(JobDefinition::adminConsent)));
		}

	}

	/**
	 * Gathers a fleet's night.
	 * @param fleet the fleet
	 * @param nights its nights
	 * @param date the date; without one, each tenant's latest night that has come
	 * @param clock the time
	 * @return the report
	 */
	public static FleetReport of(FleetDefinition fleet, NightStore nights, Optional<LocalDate> date, Clock clock) {
		Dispatcher dispatcher = new Dispatcher(fleet, nights, clock);
		Map<NightKey, TenantNight> known = new HashMap<>();
		Map<FleetTenant, LocalDate> dates = new LinkedHashMap<>();
		fleet.tenants().forEach((tenant) -> dates.put(tenant, date.orElseGet(() -> dispatcher.current(tenant))));
		dates.values()
			.stream()
			.distinct()
			.forEach((day) -> nights.of(day).forEach((night) -> known.put(night.key(), night)));
		List<Tenant> tenants = new ArrayList<>();
		dates.forEach((tenant, day) -> tenants
			.add(Tenant.of(tenant, day, Optional.ofNullable(known.get(new NightKey(day, tenant.id()))))));
		Instant now = clock.instant();
		boolean over = known.values()
			.stream()
			.allMatch((night) -> night.endedAt().isPresent() || !now.isBefore(night.untilAt()));
		return of(fleet.name(), dates.values().stream().max(Comparator.naturalOrder()).orElseThrow(), now, over,
				tenants);
	}

	static FleetReport of(String fleet, LocalDate night, Instant at, boolean over, List<Tenant> tenants) {
		Map<NightOutcome, Integer> outcomes = new EnumMap<>(NightOutcome.class);
		tenants.forEach((tenant) -> outcomes.merge(NightOutcome.of(tenant.outcome()), 1, Integer::sum));
		Map<String, Integer> words = new LinkedHashMap<>();
		outcomes.forEach((outcome, count) -> words.put(outcome.word(), count));
		int exitCode = tenants.stream().mapToInt(Tenant::exitCode).reduce(0, RunStatus::outranking);
		List<Tenant> sorted = tenants.stream()
			.sorted(Comparator.comparing(FleetReport::rank)
				.thenComparing((tenant) -> tenant.name().toLowerCase(Locale.ROOT)))
			.toList();
		return new FleetReport(fleet, night, at, over, exitCode, words,
				Totals.of(tenants.stream().flatMap((tenant) -> tenant.figures().stream()).toList()), sorted);
	}

	/** The worst first, by the ranking of exit codes. */
	private static int rank(Tenant tenant) {
		return List.of(1, 7, 3, 5, 4, 8, 0).indexOf(tenant.exitCode());
	}

	/**
	 * The slowest nights.
	 * @return at most five, the slowest first
	 */
	public List<Tenant> slowest() {
		return this.tenants.stream()
			.filter((tenant) -> tenant.seconds().isPresent())
			.sorted(Comparator.comparingLong((Tenant tenant) -> tenant.seconds().getAsLong()).reversed())
			.limit(5)
			.toList();
	}

	/**
	 * Tenants that have not consented to the app, as far as they were asked.
	 * @return each with the address of its consent
	 */
	public List<Tenant> unconsented() {
		return this.tenants.stream().filter((tenant) -> tenant.adminConsent().isPresent()).toList();
	}

	/**
	 * Coverage after each announced ending, of the tenants together.
	 * @return people who can still reset then
	 */
	List<Figures.After> endings() {
		Map<LocalDate, Integer> canReset = new TreeMap<>();
		this.tenants.stream()
			.flatMap((tenant) -> tenant.figures().stream())
			.flatMap((figures) -> figures.lastOfEachDay().stream())
			.forEach((after) -> canReset.merge(after.date(), after.canReset(), Integer::sum));
		return canReset.entrySet()
			.stream()
			.map((after) -> new Figures.After(after.getKey(), after.getValue(), OptionalDouble.empty()))
			.toList();
	}

	/**
	 * The text of {@code fleet.json}.
	 * @return a JSON object, indented
	 */
	public String write() {
		return JSON.writeValueAsString(this);
	}

	/**
	 * The report in a line.
	 * @return for example {@code Fleet contoso, night 2026-11-30: 40 tenants; 38 done, 1
	 * given-up, 1 misconfigured.}
	 */
	public String headline() {
		StringBuilder text = new StringBuilder("Fleet " + this.fleet + ", night " + this.night + ": "
				+ this.tenants.size() + ((this.tenants.size() == 1) ? " tenant" : " tenants"));
		String separator = "; ";
		for (Map.Entry<String, Integer> outcome : this.outcomes.entrySet()) {
			text.append(separator).append(outcome.getValue()).append(' ').append(outcome.getKey());
			separator = ", ";
		}
		return text.append('.').toString();
	}

}
