using System.Globalization;
using Learning.Domain.Regions;

namespace Learning.Silo.Content;

/// <summary>Reads <c>content/regions/*.csv</c>: one row a region, all files together one tree.</summary>
internal static class RegionFiles
{
    private static readonly string[] Columns = ["code", "parent", "level", "type", "nameMn", "nameEn", "timeZone"];

    /// <summary>The tree; <see langword="null"/> when errors were noted.</summary>
    /// <param name="folder">The content folder.</param>
    /// <param name="errors">Where to note what is wrong.</param>
    public static RegionTree? Read(string folder, ContentErrors errors)
    {
        var names = ContentFile.Names(folder, "regions", ".csv").ToList();
        if (names.Count == 0) errors.Add("regions", 0, $"There is no region file. Add one, e.g. mn.csv, with the columns {string.Join(',', Columns)}");
        var rows = names.Select(name => ContentFile.Read(folder, name, errors)).OfType<ContentFile>()
            .SelectMany(file => CsvTable.Read(file, Columns, errors))
            .Select(line => (Line: line, Region: Region(line)))
            .ToList();
        return TreeIsWhole(rows, errors) ? new RegionTree(rows.Select(r => r.Region)) : null;
    }

    private static Region Region(CsvLine line)
    {
        var code = line.Required("code");
        if (!code.All(char.IsAsciiLetterOrDigit)) line.Wrong($"The code {code} may hold only Latin letters and digits.");
        if (!int.TryParse(line["level"], NumberStyles.None, CultureInfo.InvariantCulture, out var level)) line.Wrong("Column level must be a whole number: 0 for the country, one more for each step down.");
        _ = line.Required("type");
        return new Region(code, line["parent"] is { Length: > 0 } parent ? parent : null, level, line.Required("nameMn"), line.Required("nameEn"), line.Required("timeZone"));
    }

    private static bool TreeIsWhole(List<(CsvLine Line, Region Region)> rows, ContentErrors errors)
    {
        var byCode = new Dictionary<string, (CsvLine Line, Region Region)>(StringComparer.Ordinal);
        var whole = rows.Count > 0;
        foreach (var row in rows)
            if (!byCode.TryAdd(row.Region.Code, row)) Wrong(row.Line, $"Region {row.Region.Code} is already in {byCode[row.Region.Code].Line.File}, line {byCode[row.Region.Code].Line.Line}. Give it a code of its own or remove the row.");
        foreach (var (line, region) in rows)
        {
            // A level is its parent's plus one: that also makes a circle of parents impossible.
            if (region.ParentCode is null && region.Level != 0) Wrong(line, $"Region {region.Code} has level {region.Level} and no parent. Fill in the code of the region it lies in.");
            else if (region.ParentCode is not null && !byCode.ContainsKey(region.ParentCode)) Wrong(line, $"Region {region.Code} lies in {region.ParentCode}, which is in no file here. Correct the parent or add its row.");
            else if (region.ParentCode is not null && region.Level != byCode[region.ParentCode].Region.Level + 1) Wrong(line, $"Region {region.Code} has level {region.Level}, but {region.ParentCode}, in which it lies, has {byCode[region.ParentCode].Region.Level}. It must be one more.");
        }

        var roots = rows.Where(r => r.Region.ParentCode is null && r.Region.Level == 0).ToList();
        if (rows.Count > 0 && roots.Count == 0) Wrong(rows[0].Line, "No region has level 0 and no parent. Add the row of the country.");
        foreach (var (line, region) in roots.Skip(1)) Wrong(line, $"{region.Code} is a second country beside {roots[0].Region.Code}. A tree has one: remove the other country's file.");
        // Once a zone: on a machine without time zone data every row would be wrong.
        foreach (var (line, region) in rows.Where(r => r.Region.TimeZone.Length > 0).DistinctBy(r => r.Region.TimeZone))
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(region.TimeZone, out _)) Wrong(line, $"This machine knows no time zone {region.TimeZone}. Write an IANA name such as Asia/Ulaanbaatar; if it is one, install the package tzdata.");
        return whole;

        void Wrong(CsvLine line, string message)
        {
            whole = false;
            errors.Add(line.File, line.Line, message);
        }
    }
}
