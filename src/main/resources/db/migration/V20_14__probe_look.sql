-- What the registration report says of a probed account besides: its words for the methods, and the preferred
-- second factor.
alter table probe_look add column methods text not null default '';
alter table probe_look add column second_factor text not null default '';
