using System.Globalization;
using Learning.Domain.Reach;
using Learning.Domain.Reach.SmallCells;
using Learning.Domain.Regions;
using Learning.Domain.Text;
using Learning.Domain.Trainees;
using Learning.Silo.ReadModel;
using Learning.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Reach;

/// <summary>What the keys of reach rows are called.</summary>
public sealed class ReachNames(RegionTree regions, IDbContextFactory<LearningReadModel> readModel)
{
    /// <summary>Names by key.</summary>
    /// <param name="by">What the rows are.</param>
    /// <param name="keys">Their keys.</param>
    /// <param name="words">The reader's language.</param>
    public async Task<IReadOnlyDictionary<string, string>> Of(ReachBy by, IReadOnlyCollection<string> keys, IWords words)
    {
        var known = await Known(by, words);
        return keys.Distinct().ToDictionary(key => key, key => key.Length == 0 ? words[by == ReachBy.Funder ? "funder.none" : "sex.notStated"] : known(key));
    }

    private async Task<Func<string, string>> Known(ReachBy by, IWords words)
    {
        switch (by)
        {
            case ReachBy.Region:
                return key => regions.Find(key) is { } region ? words.Pick(region.NameMn, region.NameEn) : key;
            case ReachBy.Month:
                return key => words.Month(DateOnly.ParseExact(key, "yyyy-MM", CultureInfo.InvariantCulture));
            case ReachBy.Sex:
                return key => EnumText.Parse<Sex>(key) is { } sex ? words.Of(sex) : key;
            case ReachBy.AgeBand:
                return key => key == AgeBand.NotStated ? words["sex.notStated"] : key;
            case ReachBy.Course:
                return await FromTable(db => db.Courses.Select(c => new Named(c.Code, c.TitleMn, c.TitleEn)), words);
            case ReachBy.Funder:
                var funder = await FromTable(db => db.Funders.Select(f => new Named(f.Code, f.NameMn, f.NameEn)), words);
                return key => key == SmallDonors.Together ? words["funder.together"] : funder(key);
            case ReachBy.Organisation:
                return await FromTable(db => db.Organisations.Select(o => new Named(o.Code, o.NameMn, o.NameEn)), words);
            default:
                return key => key;
        }
    }

    private async Task<Func<string, string>> FromTable(Func<LearningReadModel, IQueryable<Named>> query, IWords words)
    {
        await using var db = await readModel.CreateDbContextAsync();
        var names = (await query(db).ToListAsync()).ToDictionary(n => n.Code, n => words.Pick(n.Mongolian, n.English));
        return key => names.GetValueOrDefault(key, key);
    }

    private sealed record Named(string Code, string Mongolian, string English);
}
