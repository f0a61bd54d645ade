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
