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
    from_day text,
    to_day text not null,
    value real not null,
    baseline real,
    baseline_day text,
    set_at integer not null,
    set_by text not null
);
create index targets_region on targets (region);
