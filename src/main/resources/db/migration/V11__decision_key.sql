-- By what HR's row was matched, so that a plan that waited can be matched again. Unknown
-- for runs of earlier versions.
alter table decision add column key_attribute text, add column key_value text;
