package org.ssprprefill.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.ssprprefill.contact.MethodKind;

/** The checks of the way to the tenant: credential, cloud, clock. */
final class ConnectionChecks {

	/** Long enough to order and install a new certificate. */
	private static final Duration NOTICE = Duration.ofDays(30);

	/** An answer under way and whole seconds in its header explain this much. */
	private static final Duration TOLERANCE = Duration.ofMinutes(2);

	private ConnectionChecks() {
	}

	static Check credential(CredentialLife life, Instant now) {
		return switch (life.kind()) {
			case CERTIFICATE -> certificate(life.ends(), now);
			case ACCESS_TOKEN -> token(life.ends());
			case PLATFORM_IDENTITY -> Checks.pass(Subject.CREDENTIAL, "The platform renews it by itself.");
			case CLIENT_SECRET -> Checks.skipped(Subject.CREDENTIAL, Skip.NOT_VISIBLE,
					"Only the app registration shows when a client secret ends.",
					"Look under Certificates & secrets, and put the date into a calendar; better, use a managed"
							+ " identity or a certificate.");
			case NONE -> Checks.skipped(Subject.CREDENTIAL, Skip.NOT_CONFIGURED,
					"A simulated tenant needs no credential.", "Nothing to do.");
		};
	}

	private static Check certificate(Optional<Instant> ends, Instant now) {
		String remedy = "Make a new certificate, add it to the app registration, then replace the file"
				+ " that tenant.certificate names.";
		if (ends.isEmpty()) {
			return Checks.warn(Subject.CREDENTIAL, "The certificate does not say when it ends.", remedy);
		}
		String day = ends.get().atOffset(ZoneOffset.UTC).toLocalDate().toString();
		if (!ends.get().isAfter(now)) {
			return Checks.fail(Subject.CREDENTIAL, "The certificate ended on " + day + ".", remedy);
		}
		return ends.get().isBefore(now.plus(NOTICE))
				? Checks.warn(Subject.CREDENTIAL, "The certificate ends on " + day + ".", remedy)
				: Checks.pass(Subject.CREDENTIAL, "The certificate is good until " + day + ".");
	}

	private static Check token(Optional<Instant> ends) {
		return Checks.warn(Subject.CREDENTIAL,
				"The supplied access token ends" + ends.map((end) -> " at " + end).orElse("")
						+ ", and the program cannot renew it.",
				"For nightly runs use a managed identity, a workload identity or a certificate.");
	}

	static Check cloud(CloudOffer cloud, Set<MethodKind> methods) {
		String missing = methods.stream()
			.filter((kind) -> !cloud.methods().contains(kind))
			.map(MethodKind::word)
			.sorted()
			.collect(Collectors.joining(", "));
		return missing.isEmpty() ? Checks.pass(Subject.CLOUD, "The cloud is " + cloud.word() + ".")
				: Checks.warn(Subject.CLOUD, "The cloud " + cloud.word() + " does not offer: " + missing + ".",
						"Set these methods to off; until then they are left alone (cloud-lacks-method).");
	}

	static Check clock(Optional<Duration> ahead) {
		if (ahead.isEmpty()) {
			return Checks.skipped(Subject.CLOCK, Skip.NOT_VISIBLE, "No answer of the tenant carried its time.",
					"Compare this machine's clock by hand.");
		}
		Duration apart = ahead.get().abs();
		if (apart.compareTo(TOLERANCE) <= 0) {
			return Checks.pass(Subject.CLOCK, "This machine's clock agrees with the tenant's.");
		}
		return Checks.warn(Subject.CLOCK,
				"This machine's clock is " + FeedChecks.words(apart)
						+ (ahead.get().isNegative() ? " ahead of" : " behind") + " the tenant's.",
				"Let the machine set its clock by NTP. A wrong clock can make a certificate sign-in fail and"
						+ " makes files, reports and runs look older or newer than they are.");
	}

}
