-- In which schema a fleet's memory of a tenant is: one, for as long as the schema is there
create table tenant_claim (
	organization text not null,      -- the tenant's id, whatever its entry calls it
	fleet        text not null,
	tenant       text not null,      -- the entry's id
	schema_name  text not null,
	claimed_at   timestamptz not null default now(),
	primary key (organization, fleet)
);
