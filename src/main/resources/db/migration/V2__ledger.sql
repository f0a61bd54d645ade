-- What the program knows and did. Contact values are sealed (bytea) and compared by keyed fingerprint;
-- nothing here holds one in clear.

create table run (
	id               text primary key,
	job              text        not null,
	mode             text        not null,
	tenant           text        not null,
	definition       text        not null,
	concerns         text references run (id),
	started_at       timestamptz not null,
	finished_at      timestamptz,
	outcome          text,
	exit_code        integer,
	refused          boolean     not null default false,
	closed           boolean     not null default false,
	held             boolean     not null default false,
	writing          boolean     not null default false,
	roles_readable   boolean     not null default false,
	report_readable  boolean     not null default false,
	plan_hash        text,
	limits           jsonb,
	coverage         jsonb,
	report           jsonb,
	released_by      text,
	released_at      timestamptz
);
create index run_by_job on run (job, started_at desc);

create table run_check (
	run     text    not null references run (id),
	id      text    not null,
	ordinal bigint  generated always as identity,
	content jsonb   not null,
	primary key (run, id)
);

create table run_traffic (
	run           text   not null references run (id),
	process       text   not null,
	requests      bigint not null,
	round_trips   bigint not null,
	writes        bigint not null,
	throttled     bigint not null,
	retried       bigint not null,
	waited_millis bigint not null,
	primary key (run, process)
);

create table feed_file (
	run             text        not null references run (id),
	name            text        not null,
	path            text        not null,
	sha256          text        not null,
	size            bigint      not null,
	modified_at     timestamptz not null,
	charset         text        not null default '',
	delimiter       text        not null default '',
	rows            bigint      not null default 0,
	rejected        bigint      not null default 0,
	disposition     text        not null,
	refused_because text,
	staged          boolean     not null default false,
	repeated        boolean     not null default false,
	mobile_header   text        not null default '',
	office_header   text        not null default '',
	alternate_mobile_header text not null default '',
	email_header    text        not null default '',
	primary key (run, name)
);
create index feed_file_by_content on feed_file (sha256);

create table staged_row (
	run              text   not null,
	file             text   not null,
	number           bigint not null,
	line             bigint not null,
	key_attribute    text,
	key_value        text,
	employee_id      text,
	user_principal_name text,
	name             text,
	group_label      text,
	mobile           bytea,
	mobile_print     text,
	office           bytea,
	office_print     text,
	alternate_mobile bytea,
	alternate_mobile_print text,
	email            bytea,
	email_print      text,
	problems         jsonb  not null,
	choice           text,
	person           text,
	object_id        text,
	primary key (run, file, number)
);
create index staged_row_by_person on staged_row (run, person);

create table shared_value (
	run         text not null,
	fingerprint text not null,
	primary key (run, fingerprint)
);

create table entra_user (
	tenant              text    not null,
	object_id           text    not null,
	user_principal_name text    not null,
	upn_key             text    not null,
	employee_id         text,
	mail_key            text,
	enabled             boolean not null,
	guest               boolean not null,
	synchronised        boolean not null,
	restricted          boolean not null,
	resource_account    boolean not null,
	entitlement         text    not null,
	primary key (tenant, object_id)
);
create index entra_user_by_employee_id on entra_user (tenant, employee_id);
create index entra_user_by_upn on entra_user (tenant, upn_key);
create index entra_user_by_mail on entra_user (tenant, mail_key);

create table registration (
	tenant        text        not null,
	object_id     text        not null,
	administrator boolean     not null,
	registered    boolean     not null,
	enabled       boolean     not null,
	capable       boolean     not null,
	methods       text[]      not null,
	as_of         timestamptz not null,
	primary key (tenant, object_id)
);

create table role_holder (
	tenant    text   not null,
	object_id text   not null,
	hold      text   not null,
	roles     text[] not null,
	primary key (tenant, object_id)
);

create table excluded_user (
	run       text not null,
	subject text not null,
	primary key (run, subject)
);

create table group_member (
	run       text not null,
	group_id  text not null,
	object_id text not null,
	primary key (run, group_id, object_id)
);
create index group_member_by_user on group_member (run, object_id);

create table decision (
	run                     text   not null,
	file                    text   not null,
	number                  bigint not null,
	line                    bigint not null,
	object_id               text,
	user_principal_name     text,
	employee_id             text,
	group_label             text,
	decision                text   not null,
	reason                  text,
	mobile_action           text,
	mobile_reason           text,
	office_action           text,
	office_reason           text,
	alternate_mobile_action text,
	alternate_mobile_reason text,
	email_action            text,
	email_reason            text,
	primary key (run, file, number)
);
create index decision_by_user on decision (run, object_id);

create table row_problem (
	run         text    not null,
	file        text    not null,
	number      bigint  not null,
	ordinal     integer not null,
	line        bigint  not null,
	employee_id text,
	name        text,
	header      text    not null,
	problem     text    not null,
	rejected    boolean not null,
	primary key (run, file, number, ordinal)
);

create table change (
	id                bigint generated always as identity primary key,
	run               text    not null references run (id),
	tenant            text    not null,
	object_id         text    not null,
	kind              text    not null,
	action            text    not null,
	reason            text    not null,
	state             text    not null,
	value             bytea   not null,
	fingerprint       text    not null,
	previous          bytea,
	status            integer,
	code              text,
	client_request_id text,
	attempts          integer not null default 0,
	sent_at           timestamptz,
	settled_at        timestamptz,
	unique (run, object_id, kind)
);
create index change_by_state on change (run, state, id);

create table written_method (
	tenant       text        not null,
	object_id    text        not null,
	kind         text        not null,
	value        bytea       not null,
	confirmed_at timestamptz not null,
	change       bigint      not null,
	primary key (tenant, object_id, kind)
);

create table verdict (
	run                 text    not null,
	object_id           text    not null,
	user_principal_name text    not null,
	employee_id         text,
	licence             text    not null,
	can_reset           text    not null,
	gap                 text    not null,
	can_reset_2027      text    not null,
	remedy              text    not null,
	primary key (run, object_id)
);
