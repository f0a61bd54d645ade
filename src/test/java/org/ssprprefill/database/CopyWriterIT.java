package org.ssprprefill.database;

import java.nio.charset.StandardCharsets;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.ledger.Runs;
import org.ssprprefill.ledger.SharedDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CopyWriterIT {

	private static final String TABLE = "excluded_user (run, subject)";

	private final String run = new Runs().name();

	private final JdbcTemplate jdbc = new JdbcTemplate(SharedDatabase.dataSource());

	private String roundTrip(String text) {
		this.jdbc.update("delete from sspr_prefill.excluded_user where run = ?", this.run);
		CopyWriter copy = new CopyWriter();
		copy.column(this.run).column(text).end();
		copy.into(SharedDatabase.dataSource(), TABLE);
		return String.valueOf(this.jdbc.queryForObject("select subject from sspr_prefill.excluded_user where run = ?",
				String.class, this.run));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "tab\there", "line\nbreak\r\n", "back\\slash", "\\N", "\\.", "\\x41", "quote\"s'",
			"{a,b}", "Zoë Ünal", "王芳", "😀", "\u0001\u007f" })
	void givesTextBackAsItWas(String text) {
		assertThat(roundTrip(text)).isEqualTo(text);
	}

	@Property(tries = 100)
	void givesAnyTextBack(@ForAll String any) {
		String text = new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', ' ');
		assertThat(roundTrip(text)).isEqualTo(text);
	}

	/** The driver reads 65,536 characters at a time. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 1 })
	void givesCharactersOutsideTheBasicPlaneBackWhereverTheyStand(int shift) {
		String text = "x".repeat(shift) + "😀".repeat(40_000);
		this.jdbc.update("delete from sspr_prefill.row_problem where run = ?", this.run);
		CopyWriter copy = new CopyWriter();
		copy.column(this.run).column("hr.csv").column(1).column(0).column(2).column(null).column(text);
		copy.column("").column("no-key").column(true).end();
		copy.into(SharedDatabase.dataSource(),
				"row_problem (run, file, number, ordinal, line, employee_id, name, header, problem, rejected)");
		assertThat(this.jdbc.queryForObject("select name from sspr_prefill.row_problem where run = ?", String.class,
				this.run))
			.isEqualTo(text);
	}

	@Test
	void putsASpaceForWhatPostgresqlCannotHold() {
		assertThat(roundTrip("a\0b")).isEqualTo("a b");
	}

	@Test
	void givesListsBackAsTheyWere() {
		List<String> words = List.of("", "plain", "with \"quotes\"", "back\\slash", "comma,brace}", "tab\t", "NULL");
		CopyWriter copy = new CopyWriter();
		copy.column(this.run).column("kim").column("ROLE").column(words).end();
		copy.into(SharedDatabase.dataSource(), "role_holder (tenant, object_id, hold, roles)");
		assertThat(this.jdbc.queryForList("select unnest(roles) from sspr_prefill.role_holder where tenant = ?",
				String.class, this.run))
			.containsExactlyElementsOf(words);
	}

	@Test
	void tellsNothingFromEmptyText() {
		CopyWriter copy = new CopyWriter();
		copy.column(this.run).column("kim").column("kim").column("kim").column(null).column("");
		copy.column(true).column(false).column(false).column(false).column(false).column("none").end();
		copy.into(SharedDatabase.dataSource(), "entra_user (tenant, object_id, user_principal_name, upn_key,"
				+ " employee_id, mail_key, enabled, guest, synchronised, restricted, resource_account, entitlement)");
		assertThat(this.jdbc.queryForMap("select employee_id, mail_key from sspr_prefill.entra_user where tenant = ?",
				this.run))
			.containsEntry("employee_id", null)
			.containsEntry("mail_key", "");
	}

	@Test
	void namesTheTableAndNobody() {
		CopyWriter copy = new CopyWriter();
		copy.column(this.run).column("kim@contoso.com").end();
		copy.column(this.run).column("kim@contoso.com").end();
		assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> copy.into(SharedDatabase.dataSource(), TABLE))
			.withMessageContaining("excluded_user")
			.withMessageNotContaining("kim");
	}

}
