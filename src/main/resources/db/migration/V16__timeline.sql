-- What the timeline needs: who has a second factor, and whose licence Microsoft's pages disagree about
alter table registration add column mfa_registered boolean not null default false;
alter table arriving_registration add column mfa_registered boolean not null default false;
alter table entra_user add column rests_on_office_365 boolean not null default false;
alter table arriving_user add column rests_on_office_365 boolean not null default false;
