package org.ssprprefill.fleet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.ssprprefill.definition.FleetDefinition;
import org.ssprprefill.definition.FleetTenant;

/** Puts one row a tenant and night, however often and from wherever it is asked. */
public final class Dispatcher {

	private final FleetDefinition fleet;

	private final NightStore nights;

	private final Clock clock;

	/**
	 * Creates a dispatcher.
	 * @param fleet the fleet
	 * @param nights its nights
	 * @param clock the time
	 */
	public Dispatcher(FleetDefinition fleet, NightStore nights, Clock clock) {
		this.fleet = fleet;
		this.nights = nights;
		this.clock = clock;
	}

	/**
	 * Plans a night of every tenant.
	 * @param date its date; without one, each tenant's latest night that has come
	 * @return how many nights were not planned before
	 */
	public int dispatch(Optional<LocalDate> date) {
		List<TenantNight> planned = this.fleet.tenants()
			.stream()
			.map((tenant) -> night(tenant, date.orElseGet(() -> current(tenant))))
			.sorted(Comparator.comparing((night) -> night.key().tenant()))
			.toList();
		int[] added = { 0 };
		this.nights.together(() -> added[0] = this.nights.plan(planned));
		return added[0];
	}

	/**
	 * Does a tenant's newest night again, if it has ended.
	 * @param tenant the tenant's id or name, in any letter case
	 * @return the night; nothing where the tenant has none
	 */
	public Optional<TenantNight> retry(String tenant) {
		Optional<TenantNight> newest = this.nights.newest()
			.stream()
			.filter((night) -> night.key().tenant().equalsIgnoreCase(tenant) || night.name().equalsIgnoreCase(tenant))
			.findFirst();
		newest.filter((night) -> night.endedAt().isPresent())
			.ifPresent((night) -> this.nights.together(() -> this.nights.again(night.key(),
					this.fleet.tenants()
						.stream()
						.filter((candidate) -> candidate.id().equals(night.key().tenant()))
						.findFirst()
						.map((known) -> until(known, this.clock.instant()))
						.orElse(night.untilAt()))));
		return newest;
	}

	/** The date of a tenant's latest night that has come. */
	LocalDate current(FleetTenant tenant) {
		ZonedDateTime now = this.clock.instant().atZone(tenant.zone());
		return now.toLocalTime().isBefore(this.fleet.at()) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
	}

	private TenantNight night(FleetTenant tenant, LocalDate date) {
		Instant planned = date.atTime(this.fleet.at()).atZone(tenant.zone()).toInstant();
		Instant begin = this.clock.instant();
		return new TenantNight(new NightKey(date, tenant.id()), tenant.name(), planned,
				until(tenant, planned.isAfter(begin) ? planned : begin), 0, 0, Optional.empty(), Optional.empty(),
				Optional.empty(), Optional.empty(), OptionalInt.empty(), NightOutcome.WAITING, Optional.empty(),
				Optional.empty(), Optional.empty());
	}

	/** A night asked for by day goes on until the next night is over. */
	private Instant until(FleetTenant tenant, Instant begin) {
		ZonedDateTime from = begin.atZone(tenant.zone());
		ZonedDateTime end = from.toLocalDate().atTime(this.fleet.until()).atZone(tenant.zone());
		return (end.isAfter(from) ? end : end.plusDays(1)).toInstant();
	}

}
