package org.ssprprefill.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.ProbeAnswer;
import org.ssprprefill.tenant.ProbeRequest;
import org.ssprprefill.tenant.ProbeRequest.Ask;

import static org.assertj.core.api.Assertions.assertThat;

/** What a probe asks where it may not write, or may not write everything. */
class ProbeScriptTests {

	private final List<ProbeRequest> sent = new ArrayList<>();

	@Test
	void asksNoMoreWhereTheNarrowPermissionsAreNotEnoughAndSaysSo() {
		Map<OpenQuestion, SheetLine> lines = new ProbeScript(new Refusing(), EnumSet.allOf(MethodKind.class),
				Set.of("UserAuthMethod-Phone.ReadWrite.All", "UserAuthMethod-Email.ReadWrite.All"))
			.ask();
		assertThat(lines.get(OpenQuestion.GRANULAR_PERMISSIONS))
			.isEqualTo(SheetLine.seen("not enough (the writes were answered 403)"));
		assertThat(lines).doesNotContainKey(OpenQuestion.SECOND_OF_A_KIND).containsKey(OpenQuestion.REPORT_TOP_999);
		assertThat(this.sent).filteredOn(ProbeRequest::writes).hasSize(1);
	}

	@Test
	void leavesAddressesAloneWhereTheyMayNotBeWritten() {
		new ProbeScript(new Refusing(), EnumSet.copyOf(MethodKind.PHONES), Set.of()).ask();
		assertThat(this.sent).noneMatch((request) -> request.kind() == MethodKind.EMAIL);
	}

	/** An account that may be read only. */
	private final class Refusing implements ProbedAccount {

		@Override
		public ObjectId id() {
			return new ObjectId("00000000-0000-0000-0000-000000000001");
		}

		@Override
		public String domain() {
			return "contoso.com";
		}

		@Override
		public ProbeAnswer send(ProbeRequest request) {
			ProbeScriptTests.this.sent.add(request);
			boolean refused = request.ask() == Ask.ADD;
			return new ProbeAnswer(refused ? 403 : 200, refused ? "accessDenied" : "", Map.of(), Map.of(), Map.of(), 0,
					false);
		}

		@Override
		public void looked(ProbeAnswer row) {
			// Nothing to remember
		}

		@Override
		public void holdsMethod() {
			throw new IllegalStateException("Nothing was written");
		}

		@Override
		public void pause(Duration length) {
			throw new IllegalStateException("Nothing to wait for");
		}

	}

}
