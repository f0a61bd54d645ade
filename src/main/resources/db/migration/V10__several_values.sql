-- How many values stand in a cell where one belongs; null unless there are several. Older runs are sealed without it.
alter table row_problem add column found integer;
