-- The right to write to a tenant: one row a tenant, whose fence grows with every holder
create table tenant_lease (
	tenant     text primary key,
	fence      bigint not null,
	run        text,
	host       text not null,
	process    bigint not null,
	place      text not null, -- the file that the holder keeps locked, on a machine that has booted once
	since      timestamptz not null,
	renewed_at timestamptz not null,
	expires_at timestamptz    -- by this database's clock; null once it was given back
);
