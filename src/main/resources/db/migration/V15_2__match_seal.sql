-- A keyed hash of whom a staged row was found to belong to.
alter table staged_row add column match_seal bytea;

-- What an earlier version has staged is bound to nobody. A run of it that has not begun to write is given up, as one
-- that is too old is; its files are still new to the next run.
delete from staged_row where run in (select id from run where finished_at is null and not writing);
update feed_file set disposition = 'left' where disposition = 'archived'
	and run in (select id from run where finished_at is null and not writing);
update run set finished_at = now(), outcome = 'failed', exit_code = 1 where finished_at is null and not writing;
