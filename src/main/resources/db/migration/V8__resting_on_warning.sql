-- Whom nothing entitles but a licence that is about to end.
alter table entra_user add column rests_on_warning boolean not null default false;
