package org.ssprprefill.notify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ssprprefill.graph.HttpProxy;

/** Sends a run's notifications to all configured receivers. */
public final class Notifier {

	private final NotifySettings settings;

	private final Optional<Path> trust;

	private final Optional<HttpProxy> proxy;

	/**
	 * Creates a notifier.
	 * @param settings who is told, and when
	 * @param trust a PEM file with certificate authorities besides those of the Java
	 * runtime
	 * @param proxy the way out for webhooks; mail goes directly
	 */
	public Notifier(NotifySettings settings, Optional<Path> trust, Optional<HttpProxy> proxy) {
		this.settings = settings;
		this.trust = trust;
		this.proxy = proxy;
	}

	/**
	 * Tells of a run, once to each; who cannot be reached does not keep the others from
	 * hearing it.
	 * @param notice what to say
	 * @return a sentence for each receiver that was not reached, without secrets
	 */
	public List<String> tell(Notice notice) {
		List<String> failures = new ArrayList<>();
		this.settings.mail()
			.filter((mail) -> mail.when().concerns(notice.exitCode()))
			.flatMap((mail) -> new Mailer("notify.mail", mail, this.trust).send(notice))
			.ifPresent(failures::add);
		this.settings.webhook()
			.filter((webhook) -> webhook.when().concerns(notice.exitCode()))
			.flatMap((webhook) -> new Webhook(webhook, this.trust, this.proxy).send(notice))
			.ifPresent(failures::add);
		return failures;
	}

	/**
	 * Tells HR what became of its files.
	 * @param notice what to say, with the list of rejects as its report
	 * @param rejects whether something is to be mended
	 * @return a sentence if HR was not told, without secrets
	 */
	public Optional<String> tellHr(Notice notice, boolean rejects) {
		return this.settings.hr()
			.filter((hr) -> hr.when().concerns(rejects))
			.flatMap((hr) -> new Mailer("notify.hr", hr.mail(), this.trust).send(notice));
	}

}
