package org.ssprprefill.ledger;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.ssprprefill.feed.PhoneCount;

/** How many phone numbers of each feed file were accepted: figures without people. */
public final class FeedPhoneStore {

	private final JdbcClient jdbc;

	FeedPhoneStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Records the numbers of a file; what was recorded before is forgotten.
	 * @param run the run's id
	 * @param file the file's name
	 * @param phones the counts by country code
	 */
	public void record(String run, String file, Map<String, PhoneCount> phones) {
		this.jdbc.sql("delete from sspr_prefill.feed_phone where run = ? and file = ?").params(run, file).update();
		phones.forEach((code, count) -> this.jdbc
			.sql("insert into sspr_prefill.feed_phone (run, file, code, accepted, national) values (?, ?, ?, ?, ?)")
			.params(run, file, code, count.accepted(), count.national())
			.update());
	}

	/**
	 * The numbers of a run's staged files.
	 * @param run the run's id
	 * @return the counts by country code
	 */
	public SortedMap<String, PhoneCount> of(String run) {
		SortedMap<String, PhoneCount> phones = new TreeMap<>();
		this.jdbc.sql("select p.code, sum(p.accepted) accepted, sum(p.national) national from sspr_prefill.feed_phone p"
				+ " join sspr_prefill.feed_file f on f.run = p.run and f.name = p.file where p.run = ? and f.staged group by 1")
			.param(run)
			.query((row) -> {
				phones.put(row.getString("code"), new PhoneCount(row.getInt("accepted"), row.getInt("national")));
			});
		return phones;
	}

	/** Gives a run the numbers of the run whose plan it applies. */
	void inherit(String plan, String run) {
		this.jdbc
			.sql("insert into sspr_prefill.feed_phone (run, file, code, accepted, national)"
					+ " select ?, file, code, accepted, national from sspr_prefill.feed_phone where run = ?"
					+ " on conflict (run, file, code) do nothing")
			.params(run, plan)
			.update();
	}

}
