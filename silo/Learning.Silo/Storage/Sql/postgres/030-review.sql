-- What somebody should look at: flagged scans (owner: the session) and items that no session could take (owner: the device).
-- Derived from grain states like 010; ./run rebuild fills it for states that were written before this step.

create table to_review (
    owner text not null,
    item_id text not null,
    quarantined boolean not null,
    held_on date not null,
    session_id text not null,
    cohort_id text,
    trainee_id text,
    device_id text not null,
    operator text,
    kind integer not null,
    method integer not null,
    happened_at bigint not null,
    received_at bigint not null,
    reasons text not null,
    waits boolean not null,
    primary key (owner, item_id)
);
create index to_review_held_on on to_review (held_on, session_id, item_id);
create index to_review_cohort on to_review (cohort_id);

alter table devices add column clock_offset_ms bigint not null default 0;
