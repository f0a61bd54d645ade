-- Employee ids may be compared padded with zeros (match.employee-id-width). Without leading
-- zeros every padding of an id is found in one place, also where nothing is padded.
create index entra_user_by_employee_number on entra_user (tenant, ltrim(employee_id, '0'));
drop index entra_user_by_employee_id;
