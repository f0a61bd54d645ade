-- Where reading the users of a tenant ended, so that the next night reads only what changed. A mark is
-- written after the users it stands for, and forgotten before they are.

create table user_mark (
	tenant       text        primary key,
	mark         text        not null,
	basis        text        not null,
	full_read_at timestamptz not null
);

-- Pages on their way into the snapshot; empty between two transactions, so nothing is lost with them.

create unlogged table arriving_user (like entra_user including defaults);
create unlogged table arriving_registration (like registration including defaults);
