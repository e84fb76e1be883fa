using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Learning.Grains.State;
using Learning.Silo.Storage;
using Learning.Tests.Architecture;

namespace Learning.Tests.State;

/// <summary>An upgrade reads yesterday's data: one stored example of each state.</summary>
public sealed class GoldenStateTests
{
    private static readonly StateJson Json = new(StateJson.Options(GrainStateJson.Default));
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names => [.. GoldenStates.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_stored_state_reads_as_what_was_written(string name)
    {
        var expected = GoldenStates.All[name];
        Assert.Equivalent(expected, Read(expected.GetType(), Golden(name)), strict: true);
    }

    [Theory, MemberData(nameof(Names))]
    public void Writing_gives_the_stored_text(string name) =>
        Assert.Equal(Golden(name), Format(Write(GoldenStates.All[name])) + "\n");

    [Theory, MemberData(nameof(Names))]
    public void Reading_and_writing_again_loses_nothing(string name) =>
        Assert.Equal(Golden(name), Format(Write(Read(GoldenStates.All[name].GetType(), Golden(name)))) + "\n");

    [Theory, MemberData(nameof(Names))]
    public void Text_older_than_a_field_reads_with_the_fields_default(string name)
    {
        var type = GoldenStates.All[name].GetType();
        Assert.Equal(Write(Activator.CreateInstance(type)!), Write(Read(type, "{}")));
        NoArrayIsMissing(Read(type, "{}"), name);
        foreach (var older in Older(Golden(name), type)) NoArrayIsMissing(Read(type, older), name);
    }

    [Theory, MemberData(nameof(Names))]
    public void Text_newer_than_the_program_is_read_past_what_it_does_not_know(string name)
    {
        var type = GoldenStates.All[name].GetType();
        var newer = (JsonObject)JsonNode.Parse(Golden(name))!;
        newer["aFieldOfTomorrow"] = new JsonObject { ["x"] = 1 };
        Assert.Equal(Golden(name), Format(Write(Read(type, newer.ToJsonString()))) + "\n");
    }

    [Fact]
    public void Every_state_has_its_golden_text_under_its_own_name()
    {
        var states = GrainStates.All.ToDictionary(s => s.Name, s => s.Type);
        Assert.Equal(states.Keys.Order(StringComparer.Ordinal), GoldenStates.All.Keys);
        Assert.All(states, s => Assert.IsType(s.Value, GoldenStates.All[s.Key]));
        Assert.Equal(states.Keys.Order(StringComparer.Ordinal), Directory.GetFiles(Folder).Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// The examples must leave no field at its default, or a field that stopped being stored would not be missed. Some second
    /// elements of lists are sparse on purpose; the first is full.
    /// </summary>
    [Fact]
    public void Every_field_of_every_state_is_in_its_golden_text()
    {
        foreach (var (name, example) in GoldenStates.All) EveryFieldIsIn(JsonNode.Parse(Golden(name))!, example.GetType(), name);
    }

    private static string Folder => Path.Combine(Source.Root, "tests", "Learning.Tests", "State", "Golden");

    private static string Golden(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.json"));

    private static string Format(string json) => JsonNode.Parse(json)!.ToJsonString(Readable);

    private static string Write(object state) => Call<BinaryData>(nameof(StateJson.Serialize), state.GetType(), state).ToString();

    private static object Read(Type type, string json) => Call<object>(nameof(StateJson.Deserialize), type, new BinaryData(json));

    private static T Call<T>(string method, Type type, object argument) =>
        (T)typeof(StateJson).GetMethod(method)!.MakeGenericMethod(type).Invoke(Json, [argument])!;

    /// <summary>The text once for each property that is not required, without it.</summary>
    private static IEnumerable<string> Older(string json, Type type)
    {
        foreach (var path in Optional(JsonNode.Parse(json)!, type, []))
        {
            var older = JsonNode.Parse(json)!;
            var at = older;
            foreach (var step in path[..^1]) at = step is int i ? at[i]! : at[(string)step]!;
            ((JsonObject)at).Remove((string)path[^1]);
            yield return older.ToJsonString();
        }
    }

    private static IEnumerable<object[]> Optional(JsonNode node, Type type, object[] path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
                foreach (var deeper in Optional(array[i]!, type.GetGenericArguments()[0], [.. path, i]))
                    yield return deeper;
        }
        else if (node is JsonObject properties && type.Namespace!.StartsWith("Learning", StringComparison.Ordinal))
        {
            foreach (var (name, value) in properties)
            {
                var property = type.GetProperties().Single(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name) == name);
                if (property.GetCustomAttribute<RequiredMemberAttribute>() is null) yield return [.. path, name];
                if (value is null) continue;
                foreach (var deeper in Optional(value, property.PropertyType, [.. path, name])) yield return deeper;
            }
        }
    }

    /// <summary>An <see cref="ImmutableArray{T}"/> that nobody set throws when it is looked at.</summary>
    private static void NoArrayIsMissing(object? at, string name)
    {
        if (at is null || at is string || at.GetType().IsPrimitive || at.GetType().IsEnum) return;
        var type = at.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            Assert.False((bool)type.GetProperty(nameof(ImmutableArray<int>.IsDefault))!.GetValue(at)!, $"{name}: a list would be missing");
        if (at is IEnumerable items)
            foreach (var item in items) NoArrayIsMissing(item, name);
        else if (type.Namespace!.StartsWith("Learning", StringComparison.Ordinal))
            foreach (var property in type.GetProperties().Where(p => p.CanWrite)) NoArrayIsMissing(property.GetValue(at), $"{name}.{property.Name}");
    }

    private static void EveryFieldIsIn(JsonNode node, Type type, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (node is JsonArray array)
        {
            Assert.NotEmpty(array);
            EveryFieldIsIn(array[0]!, type.GetGenericArguments()[0], $"{path}[0]");
        }
        else if (node is JsonObject properties && type.Namespace!.StartsWith("Learning", StringComparison.Ordinal))
        {
            foreach (var property in type.GetProperties().Where(p => p.CanWrite && p.GetIndexParameters().Length == 0))
            {
                var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
                // A void names no person and a check-in no target: no single scan can have both.
                if (type.Name == "RecordedScan" && name == "targetScanId") continue;
                Assert.True(properties[name] is not null, $"{path}.{name} is not in the example");
                EveryFieldIsIn(properties[name]!, property.PropertyType, $"{path}.{name}");
            }
        }
    }
}
