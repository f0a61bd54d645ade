-- Every key that HR's row carries, by the matching attribute's word: one that leads to another user than the
-- deciding one makes the row ambiguous, tonight and when a plan that waited is matched again.
alter table staged_row add column keys jsonb not null default '{}';
update staged_row set keys = jsonb_build_object(key_attribute, key_value) where key_value is not null;
alter table staged_row drop column key_value;
alter table decision add column keys jsonb;
update decision set keys = jsonb_build_object(key_attribute, key_value) where key_value is not null;
alter table decision drop column key_value;

-- What is remembered as ours, or as taken back, is sealed for the change it was copied from. Unknown for values of
-- earlier versions, which were sealed for their method only.
alter table written_method add column run text, add column reason text, add column fingerprint text;
alter table taken_back add column run text, add column reason text;
update written_method w set fingerprint = c.fingerprint from change c where c.id = w.change;
create index written_method_by_value on written_method (tenant, fingerprint);
