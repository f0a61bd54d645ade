-- How many phone numbers of a file were accepted, by country code: figures without people.
create table feed_phone (
	run      text    not null,
	file     text    not null,
	code     text    not null,
	accepted integer not null,
	national integer not null,
	primary key (run, file, code),
	foreign key (run, file) references feed_file (run, name)
);
