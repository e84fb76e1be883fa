using System.Text.Json.Serialization;
using Learning.Grains.Badges;
using Learning.Grains.Certificates;
using Learning.Grains.Cohorts;
using Learning.Grains.Courses;
using Learning.Grains.Devices;
using Learning.Grains.Funders;
using Learning.Grains.Imports;
using Learning.Grains.Organisations;
using Learning.Grains.Requests;
using Learning.Grains.Sessions;
using Learning.Grains.Trainees;

namespace Learning.Grains.State;

/// <summary>
/// How every state is written: one entry a state, compiled. Golden tests hold one stored example of each, so that an upgrade
/// can read yesterday's data.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(StoredBadge))]
[JsonSerializable(typeof(StoredCertificate))]
[JsonSerializable(typeof(StoredCohort))]
[JsonSerializable(typeof(StoredCourse))]
[JsonSerializable(typeof(StoredDevice))]
[JsonSerializable(typeof(StoredFunder))]
[JsonSerializable(typeof(StoredIdentityKey))]
[JsonSerializable(typeof(StoredImport))]
[JsonSerializable(typeof(StoredOrganisation))]
[JsonSerializable(typeof(StoredRequest))]
[JsonSerializable(typeof(StoredSession))]
[JsonSerializable(typeof(StoredTrainee))]
public sealed partial class GrainStateJson : JsonSerializerContext;
