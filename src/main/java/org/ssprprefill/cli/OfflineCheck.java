package org.ssprprefill.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.ssprprefill.check.FeedCheck;
import org.ssprprefill.check.FeedVerdict;
import org.ssprprefill.check.Sharing;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.definition.Connection;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.feed.RowRules;
import org.ssprprefill.message.Message;
import org.ssprprefill.report.CheckWords;
import org.ssprprefill.report.HrAnswer;

/**
 * What a job says of files without asking its tenant.
 *
 * @param definition the job
 * @param ownDomains the tenant's domains, in lower case, as far as they are known
 */
record OfflineCheck(JobDefinition definition, Set<String> ownDomains) {

	static OfflineCheck of(JobDefinition definition) {
		return new OfflineCheck(definition, ownDomains(definition.connection()));
	}

	/** The verdict on files together; those of {@code refused} are not opened. */
	FeedVerdict verdict(List<Path> files, Map<Path, Message> refused) {
		return FeedCheck.of(files, refused, this.definition.feed(),
				new RowRules(this.definition.matchBy(), this.definition.methodsInUse(), this.ownDomains),
				this.definition.employeeIdWidth(),
				new Sharing(this.definition.limits().sameNumber(), this.definition.limits().sameEmail()));
	}

	/** The verdict in the language of HR, but its last sentence. */
	List<String> lines(FeedVerdict verdict) {
		return words(verdict)
			.lines(!this.ownDomains.isEmpty() || !this.definition.methodsInUse().contains(MethodKind.EMAIL));
	}

	/** The whole verdict on one file as a text for HR. */
	String text(String file, FeedVerdict verdict, Instant at) {
		return new HrAnswer(this.definition.report().language(), this.definition.notifications().whomToAsk(), at)
			.checked(file, closing(verdict), lines(verdict)) + System.lineSeparator();
	}

	String closing(FeedVerdict verdict) {
		return words(verdict).closing();
	}

	private CheckWords words(FeedVerdict verdict) {
		return new CheckWords(verdict, this.definition.report().language());
	}

	/**
	 * Of the tenant's domains only the one that names the tenant is known offline, and
	 * those of a simulated tenant where its description is at hand.
	 */
	private static Set<String> ownDomains(Connection connection) {
		if (connection instanceof Connection.Simulated simulated && Files.isRegularFile(simulated.description())) {
			return TenantConnection.describe(simulated.description())
				.organization()
				.domains()
				.stream()
				.map((domain) -> domain.toLowerCase(Locale.ROOT))
				.collect(Collectors.toSet());
		}
		return connection.tenantId()
			.filter((id) -> id.contains("."))
			.map((domain) -> Set.of(domain.toLowerCase(Locale.ROOT)))
			.orElse(Set.of());
	}

}
