-- Whose numbers HR would write into a row, for the examples in its answer.
alter table staged_row add column country text;
alter table row_problem add column country text;
