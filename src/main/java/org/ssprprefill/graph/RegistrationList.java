package org.ssprprefill.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import com.microsoft.graph.reports.authenticationmethods.userregistrationdetails.UserRegistrationDetailsRequestBuilder;
import tools.jackson.databind.JsonNode;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Registration;

/**
 * Reads the registration report (learn.microsoft.com,
 * graph/api/resources/userregistrationdetails). Some tenants refuse a page size here.
 */
final class RegistrationList {

	private static final Question REPORT = new Question(Message.of("part.report"), Family.REPORTS,
			List.of("AuditLog.Read.All"));

	private static final int PAGE = 999;

	private final UserRegistrationDetailsRequestBuilder report;

	private final RetryingRequest inquiry;

	private final Pages pages;

	RegistrationList(GraphSender wire, RetryingRequest inquiry, Pages pages) {
		this.report = wire.client().reports().authenticationMethods().userRegistrationDetails();
		this.inquiry = inquiry;
		this.pages = pages;
	}

	/** One person's row; the report answers 404 for a person it does not list. */
	Answer<Optional<Registration>> of(ObjectId user) {
		GraphResponse reply = this.inquiry.ask(REPORT,
				() -> this.report.byUserRegistrationDetailsId(user.value()).toGetRequestInformation());
		if (reply.status() == 404) {
			return new Answer.Read<>(Optional.empty());
		}
		return reply.isSuccess() ? new Answer.Read<>(row(reply.body()))
				: new Answer.Unreadable<>(REPORT.obstacle(reply));
	}

	Answer<Long> read(Consumer<List<Registration>> receiver) {
		AtomicLong count = new AtomicLong();
		Optional<Obstacle> obstacle = this.pages.each(REPORT,
				() -> this.report.toGetRequestInformation((request) -> request.queryParameters.top = PAGE),
				this.report::toGetRequestInformation, (page) -> {
					List<Registration> rows = rows(page);
					count.addAndGet(rows.size());
					receiver.accept(rows);
				});
		return obstacle.<Answer<Long>>map(Answer.Unreadable::new).orElseGet(() -> new Answer.Read<>(count.get()));
	}

	private static List<Registration> rows(JsonNode page) {
		List<Registration> rows = new ArrayList<>(page.size());
		for (JsonNode row : page) {
			row(row).ifPresent(rows::add);
		}
		return rows;
	}

	/** A row that does not say how old it is counts as the oldest. */
	private static Optional<Registration> row(JsonNode row) {
		return Ids.of(row.path("id"))
			.map((id) -> new Registration(id, is(row, "isAdmin"), is(row, "isSsprRegistered"), is(row, "isSsprEnabled"),
					is(row, "isSsprCapable"), is(row, "isMfaRegistered"), methods(row),
					Moment.of(row.path("lastUpdatedDateTime")).orElse(Instant.EPOCH)));
	}

	private static boolean is(JsonNode row, String name) {
		return row.path(name).asBoolean(false);
	}

	private static Set<String> methods(JsonNode row) {
		Set<String> methods = new LinkedHashSet<>();
		row.path("methodsRegistered").forEach((method) -> methods.add(method.asString("")));
		methods.remove("");
		return Set.copyOf(methods);
	}

}
