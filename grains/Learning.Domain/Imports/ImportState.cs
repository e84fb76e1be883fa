using System.Text.Json.Serialization;

namespace Learning.Domain.Imports;

/// <summary>Where an import stands. Nothing is written into the register before <see cref="Importing"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImportState>))]
public enum ImportState
{
    /// <summary>The file is being read and checked.</summary>
    [JsonStringEnumMemberName("checking")] Checking = 0,

    /// <summary>Checked; waits for somebody to confirm.</summary>
    [JsonStringEnumMemberName("checked")] Checked = 1,

    /// <summary>Being written.</summary>
    [JsonStringEnumMemberName("importing")] Importing = 2,

    /// <summary>Done.</summary>
    [JsonStringEnumMemberName("done")] Done = 3,

    /// <summary>The file can't be used; the errors say why.</summary>
    [JsonStringEnumMemberName("failed")] Failed = 4,

    /// <summary>Being taken back.</summary>
    [JsonStringEnumMemberName("undoing")] Undoing = 5,

    /// <summary>Taken back.</summary>
    [JsonStringEnumMemberName("undone")] Undone = 6,
}
