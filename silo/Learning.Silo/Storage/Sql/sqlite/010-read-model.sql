-- Moments are UTC in milliseconds since 1970; hours are minutes; shares are millionths.
-- The read model: derived from grain states by projectors, rebuilt by `./run rebuild`. Nothing here is the only copy of a fact.
create table people (
    number integer primary key autoincrement,
    trainee_id text not null unique,
    patronymic text not null,
    given_name text not null,
    search text not null,
    sex integer not null,
    birth_year integer not null,
    register_ending text,
    phone text,
    home_region text,
    organisation text,
    consents integer not null,
    badge_id text,
    short_code text,
    has_pin integer not null,
    merged_into text,
    retracted integer not null,
    registered_at integer not null,
    registered_by text not null
);
create index people_short_code on people (short_code);
create index people_organisation on people (organisation);

create table badges (
    badge_id text primary key,
    trainee_id text not null,
    short_code text not null,
    not_before text not null,
    not_after text not null,
    revoked_at integer
);
create index badges_short_code on badges (short_code);
create index badges_trainee on badges (trainee_id);

create table courses (
    code text primary key,
    version integer not null,
    title_mn text not null,
    title_en text not null,
    kind text not null,
    hours_minutes integer not null,
    days integer not null
);

create table organisations (
    code text primary key,
    parent text,
    kind text not null,
    name_mn text not null,
    name_en text not null
);
create index organisations_parent on organisations (parent);

create table funders (
    code text primary key,
    name_mn text not null,
    name_en text not null
);

create table cohorts (
    cohort_id text primary key,
    course_code text not null,
    course_version integer not null,
    course_kind text not null,
    title_mn text not null,
    title_en text not null,
    region text not null,
    venue text not null,
    start_date text not null,
    end_date text not null,
    sessions integer not null,
    state integer not null,
    capacity integer not null,
    enrolled integer not null,
    waitlisted integer not null,
    requested integer not null,
    completed integer not null,
    import_id text,
    sheet text
);
create index cohorts_dates on cohorts (start_date, cohort_id);
create index cohorts_state on cohorts (state, start_date);

create table cohort_grants (
    cohort_id text not null,
    grant_code text not null,
    funder text not null,
    share_millionths integer,
    primary key (cohort_id, grant_code)
);

create table cohort_trainers (
    cohort_id text not null,
    user_name text not null,
    primary key (cohort_id, user_name)
);
create index cohort_trainers_user on cohort_trainers (user_name);

create table enrolments (
    cohort_id text not null,
    trainee_id text not null,
    place integer not null,
    state integer not null,
    method integer not null,
    home_region text,
    organisation text,
    birth_year integer not null,
    sex integer not null,
    pre_score real,
    post_score real,
    minutes_attended integer,
    certificate_number text,
    import_row text,
    primary key (cohort_id, trainee_id)
);
create index enrolments_trainee on enrolments (trainee_id);

create table sessions (
    session_id text primary key,
    cohort_id text not null,
    number integer not null,
    held_on text not null,
    minutes integer not null,
    region text not null,
    marked integer not null,
    attended integer not null,
    to_review integer not null,
    headcount integer not null
);
create index sessions_cohort on sessions (cohort_id);
create index sessions_held_on on sessions (held_on);

create table marks (
    session_id text not null,
    trainee_id text not null,
    cohort_id text not null,
    number integer not null,
    mark integer,
    marked_at integer not null,
    method integer,
    device_id text,
    flags text not null,
    primary key (session_id, trainee_id)
);
create index marks_trainee on marks (trainee_id, cohort_id);

create table headcounts (
    session_id text not null,
    sex integer not null,
    age_band text not null,
    people integer not null,
    primary key (session_id, sex, age_band)
);

create table certificates (
    number text primary key,
    trainee_id text not null,
    cohort_id text not null,
    kind integer not null,
    issued_on text not null,
    valid_until text,
    revoked_on text,
    superseded_by text
);
create index certificates_trainee on certificates (trainee_id);
create index certificates_cohort on certificates (cohort_id);

create table devices (
    device_id text primary key,
    name text not null,
    owner text not null,
    expires_at integer not null,
    revoked_at integer,
    last_contact integer,
    missing text not null,
    quarantined integer not null
);

create table imports (
    import_id text primary key,
    file_name text not null,
    state integer not null,
    done integer not null,
    total integer not null,
    started_by text not null,
    started_at integer not null
);
