-- A file is what it says tonight: that its content was seen before is no reason to leave it, so that nothing
-- needs to know it. A night without a new file reads the last accepted ones again where they lie.
drop index feed_file_by_content;
alter table feed_file drop column repeated, add column file_key text not null default '',
	add column taken_by text references run (id);
-- How many different people the feed of a run is about; unknown for runs of earlier versions without decisions.
alter table run add column feed_people bigint;
update run r set feed_people = (select nullif(count(distinct coalesce(d.object_id,
		'~' || d.key_attribute || ':' || d.key_value, d.file || ':' || d.number)), 0) from decision d where d.run = r.id)
	where exists (select 1 from feed_file f where f.run = r.id and f.staged);
-- What a problem's sentence needs besides; older runs are sealed without it.
alter table row_problem add column detail text;
