-- Accounts, audit and files: not derived from grains, and so part of every backup.
create table users (
    id text primary key,
    user_name text not null,
    normalized_user_name text not null unique,
    email text,
    normalized_email text,
    email_confirmed integer not null,
    password_hash text,
    security_stamp text,
    concurrency_stamp text,
    phone_number text,
    phone_number_confirmed integer not null,
    two_factor_enabled integer not null,
    lockout_end integer,
    lockout_enabled integer not null,
    access_failed_count integer not null,
    display_name text not null,
    roles text not null,
    is_demo integer not null,
    disabled integer not null,
    created_at integer not null
);

create table user_claims (
    id integer primary key autoincrement,
    user_id text not null references users (id) on delete cascade,
    claim_type text,
    claim_value text
);
create index user_claims_user on user_claims (user_id);

create table user_logins (
    login_provider text not null,
    provider_key text not null,
    provider_display_name text,
    user_id text not null references users (id) on delete cascade,
    primary key (login_provider, provider_key)
);

create table user_tokens (
    user_id text not null references users (id) on delete cascade,
    login_provider text not null,
    name text not null,
    value text,
    primary key (user_id, login_provider, name)
);

-- Sign-ins that were ended before they ran out; a row is of no use after that.
create table ended_sign_ins (
    id text primary key,
    runs_out_at integer not null
);

create table audit_log (
    id integer primary key autoincrement,
    at integer not null,
    actor text not null,
    action text not null,
    subject text not null,
    detail text not null
);
create index audit_log_actor on audit_log (actor, id);
create index audit_log_subject on audit_log (subject, id);

create table import_files (
    import_id text primary key,
    file_name text not null,
    content blob not null
);

create table data_protection_keys (
    friendly_name text primary key,
    xml text not null
);
