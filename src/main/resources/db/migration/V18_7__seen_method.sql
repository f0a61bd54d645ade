-- Methods that were found in the way of an addition before Microsoft's report showed them. They count until the
-- report is newer than 48 hours after; then it decides.
create table seen_method (
	tenant    text        not null,
	object_id text        not null,
	kind      text        not null,
	seen_at   timestamptz not null,
	primary key (tenant, object_id, kind)
);
