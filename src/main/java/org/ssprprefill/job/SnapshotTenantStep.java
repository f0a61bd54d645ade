package org.ssprprefill.job;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.ssprprefill.coverage.Entitlements;
import org.ssprprefill.coverage.LicenceCatalog;
import org.ssprprefill.coverage.Ruling;
import org.ssprprefill.coverage.Subscriptions;
import org.ssprprefill.doctor.Check;
import org.ssprprefill.doctor.CoverageChecks;
import org.ssprprefill.doctor.Subject;
import org.ssprprefill.doctor.TenantChecks;
import org.ssprprefill.ledger.RunStore.Fact;
import org.ssprprefill.ledger.SnapshotStore;
import org.ssprprefill.message.Message;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Sku;
import org.ssprprefill.tenant.Tenant;

/** Reads the users and, beside them, the registration report. */
final class SnapshotTenantStep implements NightStep {

	private final RunContext context;

	SnapshotTenantStep(RunContext context) {
		this.context = context;
	}

	@Override
	public long work() {
		RunRecord run = this.context.run();
		if (run.closed()) {
			return 0;
		}
		CompletableFuture<Void> report = CompletableFuture.runAsync(() -> registrations(run));
		long users;
		try {
			users = users(run);
		}
		finally {
			report.exceptionally((ex) -> null).join();
		}
		try {
			report.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw ex;
		}
		this.context.answer(this.context.usersReadable()
				? TenantChecks.exclusions(this.context.knowledge().exclude(), run.mode() != RunMode.VERIFY)
				: TenantChecks.exclusionsUnknown());
		return users;
	}

	private long users(RunRecord run) {
		Tenant tenant = this.context.tenant();
		Answer<List<Sku>> skus = tenant.skus();
		Entitlements entitlements = new Entitlements(LicenceCatalog.standard(), skus,
				this.context.definition().sspr().office365Entitles());
		Answer<Optional<String>> end = this.context.knowledge().users(entitlements);
		if (end instanceof Answer.Unreadable<Optional<String>> unreadable) {
			this.context.usersReadable(false);
			this.context.answer(TenantChecks.usersUnreadable(unreadable.obstacle()));
			return 0;
		}
		this.context.usersReadable(true);
		this.context.answer(subscriptions(skus, snapshot().restingOnWarning(run.tenant())));
		this.context.answer(CoverageChecks.office365(snapshot().restingOnOffice365(run.tenant()),
				office365(this.context.definition().sspr().office365Entitles())));
		return snapshot().users(run.tenant());
	}

	private static String office365(Ruling stated) {
		return switch (stated) {
			case YES -> "true";
			case NO -> "false";
			case UNKNOWN -> "unknown";
		};
	}

	private static Check subscriptions(Answer<List<Sku>> skus, long onWarning) {
		return skus.value().map((products) -> {
			Subscriptions subscriptions = Subscriptions.of(LicenceCatalog.standard(), products);
			return CoverageChecks.subscriptions(subscriptions.ending(), subscriptions.ended(), onWarning);
		}).orElseGet(CoverageChecks::subscriptionsUnknown);
	}

	private void registrations(RunRecord run) {
		snapshot().forgetRegistrations(run.tenant());
		Answer<Long> rows = this.context.tenant()
			.registrations((page) -> snapshot().addRegistrations(run.tenant(), page));
		this.context
			.answer(TenantChecks.readable(Subject.REGISTRATION_REPORT, rows, Message.of("check.lost.report.run")));
		this.context.ledger().runs().note(run.id(), Fact.REPORT_READABLE, rows.value().isPresent());
	}

	private SnapshotStore snapshot() {
		return this.context.ledger().snapshot();
	}

}
