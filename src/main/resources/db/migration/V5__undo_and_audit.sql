-- Values that an undo took back: never registered again by themselves.
create table taken_back (
	tenant    text        not null,
	object_id text        not null,
	kind      text        not null,
	value     bytea       not null,
	taken_at  timestamptz not null,
	change    bigint      not null,
	primary key (tenant, object_id, kind)
);

-- What was decided and done, by whom it was about; each entry carries a keyed hash of itself and of the one before.
create table audit (
	tenant    text        not null,
	number    bigint      not null,
	run       text        not null,
	at        timestamptz not null,
	event     text        not null,
	object_id text        not null,
	kind      text        not null,
	change    bigint      not null,
	detail    text        not null,
	key_id    text        not null,
	hash      bytea       not null,
	primary key (tenant, number)
);
create index audit_by_run on audit (run, number);
create index audit_by_person on audit (tenant, object_id, number) where object_id <> '';

alter table run add column purged_at timestamptz;
