-- Read model: what figures are to come to. Filters that are not set are null.
create table targets (
    target_id text primary key,
    region text not null,
    region_kind integer not null,
    measure integer not null,
    rule text not null,
    course text,
    funder text,
    sex integer,
    age_band text,
    organisation text,
    from_day date,
    to_day date not null,
    value double precision not null,
    baseline double precision,
    baseline_day date,
    set_at bigint not null,
    set_by text not null
);
create index targets_region on targets (region);
