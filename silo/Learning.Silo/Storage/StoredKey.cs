using System.Text;
using Orleans.Runtime;
using Orleans.Storage;

namespace Learning.Silo.Storage;

/// <summary>How a grain's key stands in the database.</summary>
/// <remarks>
/// The ADO.NET provider looks at the text of every key: one that reads as a hexadecimal number or as a GUID, with or without '+' and more behind it,
/// is stored as that number. So the grains "7" and "007", or "ab" and "AB", would share one row. Such keys get a leading '=',
/// which no number has; keys that begin with '=' get one more, so that no two keys meet.
/// </remarks>
public static class StoredKey
{
    /// <summary>Longest key, in UTF-16 code units; the schema refuses longer ones.</summary>
    public const int MaxLength = 511;

    private const char Escape = '=';
    private static readonly OrleansDefaultHasher Hasher = new();
    private static readonly GrainType AnyType = GrainType.Create("key");

    /// <summary>The id under which the provider shall store a grain.</summary>
    /// <param name="grainId">The grain's own id.</param>
    public static GrainId Of(GrainId grainId)
    {
        var first = grainId.Key.Value.Span;
        return (!first.IsEmpty && first[0] == Escape) || ReadsAsNumber(grainId)
            ? GrainId.Create(grainId.Type, Escape + grainId.Key.ToString())
            : grainId;
    }

    /// <summary>The stored form of a key.</summary>
    /// <param name="key">The grain's own key.</param>
    public static string Of(string key) => Of(GrainId.Create(AnyType, key)).Key.ToString()!;

    /// <summary>The grain's own key.</summary>
    /// <param name="stored">As it stands in the database.</param>
    public static string Key(string stored) => stored.StartsWith(Escape) ? stored[1..] : stored;

    /// <summary>The slot of the change set in which a grain's changes stand; the triggers compute the same in SQL.</summary>
    /// <param name="key">The grain's own key.</param>
    /// <param name="slots">How many there are.</param>
    public static int Slot(string key, int slots) => (Hash(Of(key)) & int.MaxValue) % slots;

    /// <summary>The provider's hash of a key.</summary>
    /// <param name="stored">As it stands in the database.</param>
    internal static int Hash(string stored)
    {
        var bytes = Encoding.UTF8.GetBytes(stored);
        // The provider hashes the bytes last first.
        Array.Reverse(bytes);
        return Hasher.Hash(bytes);
    }

    /// <summary>The provider's hash of a state's name.</summary>
    /// <param name="stateName">Which state.</param>
    internal static int HashOfName(string stateName) => Hasher.Hash(Encoding.UTF8.GetBytes(stateName));

    private static bool ReadsAsNumber(GrainId grainId) => grainId.TryGetGuidKey(out _, out _) || grainId.TryGetIntegerKey(out _, out _);
}
