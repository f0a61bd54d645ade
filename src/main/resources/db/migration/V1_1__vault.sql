-- Proves that the ledger is opened with the key it was written under; one row.
create table vault_key (
	key_id char(8) primary key,
	known_text bytea not null,
	created_at timestamptz not null default now()
);
