-- Read model: frozen reports, for the list. What they say is in the grains.
create table reports (
    report_id text primary key,
    title text not null,
    region text not null,
    measure integer not null,
    frozen_at integer not null,
    frozen_by text not null,
    content_hash text not null
);
create index reports_frozen on reports (frozen_at, report_id);

-- What a report counted, packed; written once, before the report itself. Not part of the read model: a rebuild leaves it.
create table report_facts (
    report_id text not null,
    fingerprint text not null,
    facts blob not null,
    primary key (report_id, fingerprint)
);
