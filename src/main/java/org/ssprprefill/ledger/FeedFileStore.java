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
import org.ssprprefill.feed.FileStamp;
import org.ssprprefill.ledger.FeedFileRecord.Disposition;
import org.ssprprefill.message.Message;
import org.ssprprefill.message.StoredMessage;

/** The feed files of each run. */
public final class FeedFileStore {

	/** A run {@code r} whose files were processed and moved to its archive. */
	private static final String ACCEPTED = "r.job = :job and r.tenant = :tenant and r.finished_at is not null"
			+ " and exists (select 1 from sspr_prefill.feed_file a where a.run = r.id and a.staged and a.disposition = 'archived'"
			+ " and a.taken_by is null)";

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
		this.jdbc.sql(
				"insert into sspr_prefill.feed_file (run, name, path, sha256, size, modified_at, file_key, disposition,"
						+ " refused_because, taken_by) values (?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''))"
						+ " on conflict (run, name) do nothing")
			.params(run, file.name(), file.path(), file.sha256(), file.stamp().size(),
					Timestamp.from(file.stamp().modifiedAt()), file.stamp().key(), file.disposition().word(),
					file.refusedBecause().map(StoredMessage::write).orElse(""), file.takenBy().orElse(""))
			.update();
	}

	/**
	 * The files of a run, by name.
	 * @param run the run's id
	 * @return the files
	 */
	public List<FeedFileRecord> of(String run) {
		return this.jdbc.sql("select * from sspr_prefill.feed_file where run = ? order by name")
			.param(run)
			.query(FeedFileStore::map)
			.list();
	}

	/**
	 * Forgets a file of a run, which has gone or changed since.
	 * @param run the run's id
	 * @param name the file's name
	 */
	public void forget(String run, String name) {
		phones().record(run, name, Map.of());
		this.jdbc.sql("delete from sspr_prefill.feed_file where run = ? and name = ?").params(run, name).update();
	}

	/**
	 * Records what the content of a file is.
	 * @param run the run's id
	 * @param name the file's name
	 * @param sha256 the hash of its content
	 */
	public void read(String run, String name, String sha256) {
		this.jdbc.sql("update sspr_prefill.feed_file set sha256 = ? where run = ? and name = ?")
			.params(sha256, run, name)
			.update();
	}

	/**
	 * Records how a file was read.
	 * @param run the run's id
	 * @param name the file's name
	 * @param file how it was read
	 */
	public void staged(String run, String name, StagedFile file) {
		read(run, name, file.sha256());
		this.jdbc
			.sql("update sspr_prefill.feed_file set charset = ?, delimiter = ?, rows = ?, staged = true,"
					+ " mobile_header = ?, office_header = ?, alternate_mobile_header = ?, email_header = ?"
					+ " where run = ? and name = ?")
			.params(file.charset(), file.delimiter(), file.rows(), header(file, MethodKind.MOBILE),
					header(file, MethodKind.OFFICE), header(file, MethodKind.ALTERNATE_MOBILE),
					header(file, MethodKind.EMAIL), run, name)
			.update();
	}

	private static String header(StagedFile file, MethodKind kind) {
		return file.headers().getOrDefault(kind, "");
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
	public void dispose(String run, String name, Disposition disposition, Optional<Message> because) {
		this.jdbc.sql(
				"update sspr_prefill.feed_file set disposition = ?, refused_because = nullif(?, '') where run = ? and name = ?")
			.params(disposition.word(), because.map(StoredMessage::write).orElse(""), run, name)
			.update();
	}

	/**
	 * Leaves every file of the run that was to be processed where it is.
	 * @param run the run's id
	 */
	public void leaveAll(String run) {
		this.jdbc
			.sql("update sspr_prefill.feed_file set disposition = case disposition when 'superseded' then 'left_superseded'"
					+ " else 'left' end where run = ? and disposition in ('archived', 'superseded') and taken_by is null")
			.param(run)
			.update();
	}

	/**
	 * Counts the rejected records of each file of a run.
	 * @param run the run's id
	 */
	public void countRejected(String run) {
		this.jdbc.sql(
				"update sspr_prefill.feed_file f set rejected = (select count(distinct p.number) from sspr_prefill.row_problem p"
						+ " where p.run = f.run and p.file = f.name and p.rejected) where f.run = ?")
			.param(run)
			.update();
	}

	/**
	 * Counts the different people that the staged rows of a run are about, matched or
	 * not.
	 * @param run the run's id
	 * @return how many
	 */
	public long countPeople(String run) {
		this.jdbc.sql(
				"update sspr_prefill.run set feed_people = (select count(*) from (select distinct person from sspr_prefill.staged_row"
						+ " where run = ?) p) where id = ?")
			.params(run, run)
			.update();
		return people(run);
	}

	/**
	 * How many different people the feed of a run is about, as it was counted.
	 * @param run the run's id
	 * @return how many; 0 where they were never counted
	 */
	public long people(String run) {
		return this.jdbc.sql("select coalesce(feed_people, 0) from sspr_prefill.run where id = ?")
			.param(run)
			.query(Long.class)
			.single();
	}

	/**
	 * How many different people the last accepted feed of the job was about.
	 * @param job the job's name
	 * @param tenant the tenant's key
	 * @param but the run that is not meant
	 * @return people; nothing where there was no feed
	 */
	public OptionalLong lastAcceptedPeople(String job, String tenant, String but) {
		return this.jdbc
			.sql("select r.feed_people from sspr_prefill.run r where r.id <> :but and r.feed_people is not null and "
					+ ACCEPTED + " order by r.started_at desc limit 1")
			.params(Map.of("job", job, "tenant", tenant, "but", but))
			.query(Long.class)
			.optional()
			.map(OptionalLong::of)
			.orElse(OptionalLong.empty());
	}

	/**
	 * The files of the last accepted feed of the job, which lie in the archive.
	 * @param job the job's name
	 * @param tenant the tenant's key
	 * @param since what a run took that ended earlier is not kept any more
	 * @return the files that were read, each with the run that took it
	 */
	public List<FeedFileRecord> lastAccepted(String job, String tenant, Instant since) {
		return this.jdbc.sql("select f.* from sspr_prefill.feed_file f join sspr_prefill.run l on l.id = f.run"
				+ " where f.staged and f.disposition = 'archived' and l.finished_at > :since and f.run = (select r.id"
				+ " from sspr_prefill.run r where " + ACCEPTED + " order by r.started_at desc limit 1) order by f.name")
			.params(Map.of("job", job, "tenant", tenant, "since", Timestamp.from(since)))
			.query((row, number) -> map(row, Optional.of(row.getString("run"))))
			.list();
	}

	/**
	 * The time stamp of the newest file the job has ever seen.
	 * @param job the job's name
	 * @param tenant the tenant's key
	 * @return the newest file's time
	 */
	public Optional<Instant> newest(String job, String tenant) {
		return this.jdbc
			.sql("select f.modified_at from sspr_prefill.feed_file f join sspr_prefill.run r on r.id = f.run"
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
		this.jdbc.sql(
				"insert into sspr_prefill.feed_file (run, name, path, sha256, size, modified_at, charset, delimiter, rows,"
						+ " rejected, disposition, refused_because, staged, file_key, taken_by)"
						+ " select ?, name, path, sha256, size, modified_at, charset, delimiter, rows, rejected,"
						+ " case when staged then 'archived' when disposition = 'left_superseded' then 'superseded'"
						+ " else disposition end, refused_because, staged, file_key,"
						+ " taken_by from sspr_prefill.feed_file where run = ? on conflict (run, name) do nothing")
			.params(run, plan)
			.update();
		phones().inherit(plan, run);
		this.jdbc.sql(
				"update sspr_prefill.run set feed_people = (select feed_people from sspr_prefill.run where id = ?) where id = ?")
			.params(plan, run)
			.update();
	}

	private static FeedFileRecord map(ResultSet row, int number) throws SQLException {
		return map(row, Optional.ofNullable(row.getString("taken_by")));
	}

	private static FeedFileRecord map(ResultSet row, Optional<String> takenBy) throws SQLException {
		return new FeedFileRecord(row.getString("name"), row.getString("path"), row.getString("sha256"),
				new FileStamp(row.getLong("size"), row.getTimestamp("modified_at").toInstant(),
						row.getString("file_key")),
				row.getString("charset"), row.getString("delimiter"), row.getLong("rows"), row.getLong("rejected"),
				Disposition.of(row.getString("disposition")),
				Optional.ofNullable(row.getString("refused_because")).map(StoredMessage::read),
				row.getBoolean("staged"), takenBy);
	}

}
