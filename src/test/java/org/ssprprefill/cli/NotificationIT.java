package org.ssprprefill.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ssprprefill.database.TenantLease;
import org.ssprprefill.ledger.SharedDatabase;
import org.ssprprefill.simulator.TenantDescription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;

@ExtendWith(Rehearsals.class)
class NotificationIT {

	private final TenantDescription contoso = tenant(user("E1"));

	private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	private final List<JsonNode> told = new ArrayList<>();

	private HttpServer hook;

	private Rehearsal rehearsal;

	@BeforeEach
	void start() throws IOException {
		this.mail.start();
		this.hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.hook.createContext("/", (exchange) -> {
			this.told.add(JsonMapper.shared().readTree(exchange.getRequestBody()));
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		this.hook.start();
		this.rehearsal = Rehearsal.of(this.contoso)
			.secret("hook-secret", "correct horse")
			.with("notify.mail.to", "[iam@contoso.com]")
			.with("notify.mail.from", "sspr@contoso.com")
			.with("notify.mail.smtp", "smtp://127.0.0.1:" + this.mail.getSmtp().getPort())
			.with("notify.webhook.url", "http://127.0.0.1:" + this.hook.getAddress().getPort() + "/sspr")
			.with("notify.webhook.secret", "${file:hook-secret}");
	}

	@AfterEach
	void stop() {
		this.mail.stop();
		this.hook.stop(0);
	}

	@Test
	void tellsOfANightThatNeedsAPersonWithoutContactValues() throws Exception {
		Outcome night = this.rehearsal.feed("E1;06 12345601;one@example.org", "E2;not a number;").run();
		assertThat(night).exitsWith(4);
		MimeMessage received = this.mail.getReceivedMessages()[0];
		assertThat(received.getSubject()).contains("1 row");
		assertThat(this.told).hasSize(1);
		assertThat(this.told.get(0).get("run").asString()).isEqualTo(night.report().run().id());
		assertThat(this.told.get(0).get("exitCode").asInt()).isEqualTo(4);
		String everything = this.told + new String(received.getInputStream().readAllBytes());
		assertThat(everything).doesNotContain("12345601", "one@example", "not a number");
	}

	@Test
	void tellsHrOfAFileOnceHoweverOftenItIsJudgedAgain() throws Exception {
		this.rehearsal.with("notify.mail.when", "never")
			.with("notify.hr.to", "[hr@contoso.com]")
			.with("notify.hr.from", "sspr@contoso.com")
			.with("notify.hr.smtp", "smtp://127.0.0.1:" + this.mail.getSmtp().getPort());
		assertThat(this.rehearsal.feed("E1;06 12345601;", "E2;not a number;").run()).exitsWith(4);
		assertThat(this.mail.getReceivedMessages()).hasSize(1);
		assertThat(this.rehearsal.run()).exitsWith(4).checked("feed-archived", "pass");
		assertThat(this.mail.getReceivedMessages()).hasSize(1);
	}

	@Test
	void keepsQuietAboutANightThatNeedsNobody() {
		assertThat(this.rehearsal.with("notify.webhook.when", "always").feed("E1;06 12345601;one@example.org").run())
			.exitsWith(0);
		assertThat(this.mail.getReceivedMessages()).isEmpty();
		assertThat(this.told).hasSize(1);
	}

	@Test
	void tellsOfARunThatCouldNotStart() throws Exception {
		assertThat(this.rehearsal.with("ledger.url", "jdbc:postgresql://127.0.0.1:1/none").run()).exitsWith(1);
		assertThat(this.told.get(0).get("text").asString()).contains("The run could not start.",
				"Nothing answers as PostgreSQL");
		assertThat(this.told.get(0).get("outcome").asString()).isEqualTo("failed");
		assertThat(this.told.get(0).has("run")).isFalse();
		assertThat(this.mail.getReceivedMessages()[0].getSubject()).contains("could not start");
	}

	@Test
	void tellsThatAnotherRunIsInTheWay() {
		try (TenantLease lease = TenantLease.acquire(SharedDatabase.dataSource(), SharedDatabase.home(),
				this.contoso.organization().id())) {
			assertThat(lease.holds()).isTrue();
			assertThat(this.rehearsal.run()).exitsWith(6);
		}
		assertThat(this.told.get(0).get("exitCode").asInt()).isEqualTo(6);
	}

	@Test
	void endsAsItWouldHaveWhereNobodyCanBeTold() {
		this.mail.stop();
		this.hook.stop(0);
		assertThat(this.rehearsal.with("notify.mail.when", "always")
			.with("notify.webhook.when", "always")
			.feed("E1;06 12345601;one@example.org")
			.run()).exitsWith(0)
			.wroteExactly("e1 mobile", "e1 email")
			.says("The mail was not sent: ", "The webhook was not told: ");
	}

}
