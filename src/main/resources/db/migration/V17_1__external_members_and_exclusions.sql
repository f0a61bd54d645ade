-- Members whose home is another organisation. The next reading of a tenant's users is a full one, because it asks
-- for another property.
alter table entra_user add column external boolean not null default false;
alter table arriving_user add column external boolean not null default false;

-- Which accounts an entry of scope.exclude has fitted, so that it goes on protecting them by whatever name.
create table known_exclusion (
	tenant    text not null,
	job       text not null,
	entry     text not null,
	object_id text not null,
	primary key (tenant, job, entry, object_id)
);
