-- Who was merged into somebody is looked up whenever a person's facts are read, and nearly nobody was.
create index people_merged_into on people (merged_into) where merged_into is not null;

-- Every record that was merged into another, with the one that stands for the person in the end.
create view merged_records as
with recursive chain(trainee_id, person_id) as (
    select trainee_id, merged_into from people where merged_into is not null
    union
    select c.trainee_id, p.merged_into from chain c join people p on p.trainee_id = c.person_id where p.merged_into is not null)
select c.trainee_id, c.person_id from chain c join people p on p.trainee_id = c.person_id where p.merged_into is null;
