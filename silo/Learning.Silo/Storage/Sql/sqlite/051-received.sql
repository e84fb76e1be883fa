-- Read model: the numbers of phones' scans, by who has them - the session, or for what no session could take the device itself.
create table received (
    owner text not null,
    device_id text not null,
    numbers text not null,
    primary key (owner, device_id)
);
create index received_device on received (device_id);

-- Until now each device counted for itself. Its gaps come from the sessions now, so all of them are projected once more.
insert into change_set (slot, state_name, grain_key, version, stamp)
select (min(GrainIdHash) & 2147483647) % (select value from setting where name = 'slots'), GrainTypeString, GrainIdExtensionString, max(Version), random()
from OrleansStorage where GrainTypeString in ('session', 'device')
group by GrainTypeString, GrainIdExtensionString
on conflict (state_name, grain_key) do update set slot = excluded.slot, version = excluded.version, stamp = excluded.stamp;
