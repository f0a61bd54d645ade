-- What probes wrote to a test account, and what the registration report said of it later. The values are the
-- program's own, of ranges kept for fiction, and not stored.
create table probe (
	run        text primary key references run (id),
	tenant     text        not null,
	object_id  text        not null,
	name       text        not null,
	waits      boolean     not null default false, -- a method is left until the report counts it
	registered_at timestamptz,
	sheet      text
);

create table probe_write (
	run       text        not null,
	number    integer     not null,
	verb      text        not null,
	kind      text        not null,
	sent_at   timestamptz not null,
	status    integer,
	code      text,
	primary key (run, number)
);

create table probe_look (
	run        text        not null,
	at         timestamptz not null,
	listed     boolean     not null,
	registered boolean     not null,
	primary key (run, at)
);
