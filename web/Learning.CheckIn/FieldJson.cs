using System.Text.Json;
using System.Text.Json.Serialization;
using Learning.CheckIn.Browser;
using Learning.CheckIn.Enrolment;
using Learning.CheckIn.Install;
using Learning.CheckIn.Rosters;
using Learning.CheckIn.Scanning;
using Learning.CheckIn.Settings;
using Learning.CheckIn.Sync;
using Learning.Domain.Badges;
using Learning.Domain.Checkin;
using Learning.Domain.Checkin.Local;
using Learning.Domain.Sync;

namespace Learning.CheckIn;

/// <summary>Everything the app reads and writes as JSON; nothing is reflected at run time, so the trimmer can remove the rest.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(Preferences))]
[JsonSerializable(typeof(InstallState))]
[JsonSerializable(typeof(PhoneDevice))]
[JsonSerializable(typeof(SignInBody))]
[JsonSerializable(typeof(SignInAnswer))]
[JsonSerializable(typeof(EnrolBody))]
[JsonSerializable(typeof(EnrolAnswer))]
[JsonSerializable(typeof(ServerProblem))]
[JsonSerializable(typeof(ServerReply))]
[JsonSerializable(typeof(OffersAnswer))]
[JsonSerializable(typeof(BundleAnswer))]
[JsonSerializable(typeof(BundleSession[]))]
[JsonSerializable(typeof(BundleSession))]
[JsonSerializable(typeof(Downloaded))]
[JsonSerializable(typeof(Downloaded[]))]
[JsonSerializable(typeof(BadgeKey[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Scan))]
[JsonSerializable(typeof(ScanDraft))]
[JsonSerializable(typeof(ScanRow[]))]
[JsonSerializable(typeof(QueueCounts))]
[JsonSerializable(typeof(UploadAnswer))]
[JsonSerializable(typeof(Acknowledgement[]))]
[JsonSerializable(typeof(ClockContact))]
[JsonSerializable(typeof(DateTimeOffset))]
[JsonSerializable(typeof(CodePath))]
public sealed partial class FieldJson : JsonSerializerContext;
