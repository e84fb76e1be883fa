using System.Text.Json;

namespace Learning.Web.Kit.Charts;

/// <summary>
/// The map of one country's first level of regions, from <c>content/regions/{country}-map.json</c>. The file says where its
/// outlines come from.
/// </summary>
/// <param name="Country">P-code of the country.</param>
/// <param name="Width">Width in the map's units.</param>
/// <param name="Height">Height in the map's units.</param>
/// <param name="Source">Origin and licence of the outlines.</param>
/// <param name="Regions">The outlines, in drawing order.</param>
public sealed record MapOutlines(string Country, int Width, int Height, string Source, IReadOnlyList<MapOutline> Regions)
{
    private static readonly JsonSerializerOptions Checked = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads a map file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is not a map: says what is wrong with it.</exception>
    public static MapOutlines Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<MapOutlines>(file, Checked)
                ?? throw new InvalidDataException($"{path} is empty.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }
}
