-- The truth about nights: one row a tenant and night
create table tenant_night (
	fleet      text not null,
	night      date not null,
	tenant     text not null,        -- the entry's id
	name       text not null,
	planned_at timestamptz not null, -- its place in the queue, for good
	until_at   timestamptz not null, -- when it leaves off
	attempts   int not null default 0,
	deaths     int not null default 0,
	worker     text,
	run        text,
	started_at timestamptz,
	ended_at   timestamptz,
	exit_code  int,
	outcome    text,
	reason     text,
	report     text,                 -- where the tenant's own report is
	figures    jsonb,                -- counts only, never people
	primary key (fleet, night, tenant)
);
create index tenant_night_tenant on tenant_night (fleet, tenant, night desc);

-- db-scheduler's: who does what is due
create table scheduled_tasks (
	task_name            text not null,
	task_instance        text not null,
	task_data            bytea,
	execution_time       timestamptz not null,
	picked               boolean not null,
	picked_by            text,
	last_success         timestamptz,
	last_failure         timestamptz,
	consecutive_failures int,
	last_heartbeat       timestamptz,
	version              bigint not null,
	priority             smallint,
	primary key (task_name, task_instance)
);
create index execution_time_idx on scheduled_tasks (execution_time);
create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
create index priority_execution_time_idx on scheduled_tasks (priority desc, execution_time asc);

-- Of which night people have been told
create table fleet_notice (
	fleet   text not null,
	night   date not null,
	told_at timestamptz not null,
	primary key (fleet, night)
);
