package org.ssprprefill.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.ledger.FeedFileRecord.Disposition;

/** The feed files of each run. */
public final class FeedFileStore {

	private final JdbcClient jdbc;

	FeedFileStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Records a file of a run; a file the run knows already stays as it is.
	 * @param run the run's id
	 * @param file the file
	 */
	public void receive(String run, FeedFileRecord file) {
		this.jdbc
			.sql("insert into feed_file (run, name, path, sha256, size, modified_at, disposition, refused_because,"
					+ " repeated) values (?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?) on conflict (run, name) do nothing")
			.params(run, file.name(), file.path(), file.sha256(), file.size(), Timestamp.from(file.modifiedAt()),
					file.disposition().word(), file.refusedBecause().orElse(""), file.repeated())
			.update();
	}

	/**
	 * The files of a run, by name.
	 * @param run the run's id
	 * @return the files
	 */
	public List<FeedFileRecord> of(String run) {
		return this.jdbc.sql("select * from feed_file where run = ? order by name")
			.param(run)
			.query(FeedFileStore::map)
			.list();
	}

	/**
	 * Whether a finished run has processed this content before, from the same job
	 * definition and without leaving anybody to a later wave of a pilot.
	 * @param run the run that found the content
	 * @param sha256 the content's hash
	 * @return {@code true} if there is nothing left to take from it
	 */
	public boolean processedBefore(RunRecord run, String sha256) {
		return this.jdbc
			.sql("select count(*) from feed_file f join run r on r.id = f.run"
					+ " where f.sha256 = ? and f.staged and f.disposition = 'archived' and r.job = ? and r.tenant = ?"
					+ " and r.definition = ? and r.finished_at is not null and not exists (select 1 from decision d"
					+ " where d.run = f.run and d.file = f.name and 'beyond-pilot' in (d.mobile_reason,"
					+ " d.office_reason, d.alternate_mobile_reason, d.email_reason))")
			.params(sha256, run.job(), run.tenant(), run.definition())
			.query(Long.class)
			.single() > 0;
	}

	/**
	 * Records how a file was read.
	 * @param run the run's id
	 * @param name the file's name
	 * @param charset the character set
	 * @param delimiter the delimiter
	 * @param rows how many records it has
	 * @param headers HR's own headers of the columns that carry methods
	 */
	public void staged(String run, String name, String charset, String delimiter, long rows,
			Map<MethodKind, String> headers) {
		this.jdbc
			.sql("update feed_file set charset = ?, delimiter = ?, rows = ?, staged = true,"
					+ " mobile_header = ?, office_header = ?, alternate_mobile_header = ?, email_header = ?"
					+ " where run = ? and name = ?")
			.params(charset, delimiter, rows, headers.getOrDefault(MethodKind.MOBILE, ""),
					headers.getOrDefault(MethodKind.OFFICE, ""), headers.getOrDefault(MethodKind.ALTERNATE_MOBILE, ""),
					headers.getOrDefault(MethodKind.EMAIL, ""), run, name)
			.update();
	}

	/**
	 * How many phone numbers the files have.
	 * @return the store
	 */
	public FeedPhoneStore phones() {
		return new FeedPhoneStore(this.jdbc);
	}

	/**
	 * Changes what becomes of a file.
	 * @param run the run's id
	 * @param name the file's name
	 * @param disposition what becomes of it
	 * @param because why, where it is refused
	 */
	public void dispose(String run, String name, Disposition disposition, Optional<String> because) {
		this.jdbc
			.sql("update feed_file set disposition = ?, refused_because = nullif(?, '') where run = ? and name = ?")
			.params(disposition.word(), because.orElse(""), run, name)
			.update();
	}

	/**
	 * Leaves every file of the run that was to be processed where it is.
	 * @param run the run's id
	 */
	public void leaveAll(String run) {
		this.jdbc.sql("update feed_file set disposition = 'left' where run = ? and disposition = 'archived'")
			.param(run)
			.update();
	}

	/**
	 * Counts the rejected records of each file of a run.
	 * @param run the run's id
	 */
	public void countRejected(String run) {
		this.jdbc
			.sql("update feed_file f set rejected = (select count(distinct p.number) from row_problem p"
					+ " where p.run = f.run and p.file = f.name and p.rejected) where f.run = ?")
			.param(run)
			.update();
	}

	/**
	 * The size of the last feed of the job that was accepted.
	 * @param job the job's name
	 * @param tenant the tenant's key
	 * @param but the run that is not meant
	 * @return its records
	 */
	public OptionalLong lastAcceptedRows(String job, String tenant, String but) {
		return this.jdbc
			.sql("select sum(f.rows) from feed_file f join run r on r.id = f.run"
					+ " where r.job = ? and r.tenant = ? and r.id <> ? and r.finished_at is not null and f.staged"
					+ " and f.disposition = 'archived' group by r.id, r.started_at order by r.started_at desc limit 1")
			.params(job, tenant, but)
			.query(Long.class)
			.optional()
			.map(OptionalLong::of)
			.orElse(OptionalLong.empty());
	}

	/**
	 * The time stamp of the newest file the job has ever seen.
	 * @param job the job's name
	 * @param tenant the tenant's key
	 * @return the newest file's time
	 */
	public Optional<Instant> newest(String job, String tenant) {
		return this.jdbc
			.sql("select f.modified_at from feed_file f join run r on r.id = f.run"
					+ " where r.job = ? and r.tenant = ? and f.disposition <> 'refused'"
					+ " order by f.modified_at desc limit 1")
			.params(job, tenant)
			.query(Timestamp.class)
			.optional()
			.map(Timestamp::toInstant);
	}

	/**
	 * Gives a run the files of the run whose plan it applies.
	 * @param plan the run whose plan it is
	 * @param run the applying run
	 */
	public void inherit(String plan, String run) {
		this.jdbc
			.sql("insert into feed_file (run, name, path, sha256, size, modified_at, charset, delimiter, rows,"
					+ " rejected, disposition, refused_because, staged, repeated)"
					+ " select ?, name, path, sha256, size, modified_at, charset, delimiter, rows, rejected,"
					+ " case when staged then 'archived' else disposition end, refused_because, staged, repeated"
					+ " from feed_file where run = ? on conflict (run, name) do nothing")
			.params(run, plan)
			.update();
		phones().inherit(plan, run);
	}

	private static FeedFileRecord map(ResultSet row, int number) throws SQLException {
		return new FeedFileRecord(row.getString("name"), row.getString("path"), row.getString("sha256"),
				row.getLong("size"), row.getTimestamp("modified_at").toInstant(), row.getString("charset"),
				row.getString("delimiter"), row.getLong("rows"), row.getLong("rejected"),
				Disposition.of(row.getString("disposition")), Optional.ofNullable(row.getString("refused_because")),
				row.getBoolean("staged"), row.getBoolean("repeated"));
	}

}
