-- How full each column with methods was in each run's feed, so that a column that is suddenly empty is noticed.
create table column_fill (
	run          text   not null references run (id),
	kind         text   not null,
	rows         bigint not null,
	given        bigint not null,
	foreign_kind bigint not null,
	primary key (run, kind)
);
