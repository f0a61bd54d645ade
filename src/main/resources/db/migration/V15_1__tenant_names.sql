-- A tenant is known by its id. These are other names of it, its verified domains, so that a job definition may name
-- either.
create table tenant_name (
	name   text primary key,
	tenant text not null
);
