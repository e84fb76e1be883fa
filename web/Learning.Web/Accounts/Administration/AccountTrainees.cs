using Learning.Domain.Badges;
using Learning.Silo.Storage;

namespace Learning.Web.Accounts.Administration;

/// <summary>Finds the trainee who an account is said to be.</summary>
/// <param name="database">The people.</param>
public sealed class AccountTrainees(IDatabase database)
{
    /// <summary>Finds one.</summary>
    /// <param name="typed">A trainee id, or the short code of a badge; nothing for nobody.</param>
    /// <returns>The trainee id, of the survivor after a merge; and whether what was typed names exactly one person, or nobody on purpose.</returns>
    public async Task<(string? TraineeId, bool Known)> Find(string? typed)
    {
        var asked = typed?.Trim();
        if (string.IsNullOrEmpty(asked)) return (null, true);
        var found = await People("p.trainee_id = @asked", asked);
        if (found.Count == 0 && ShortCode.TryRead(asked, out var code))
            found = await People("p.trainee_id in (select b.trainee_id from badges b where b.short_code = @asked)", code);
        var people = new HashSet<string>();
        foreach (var (id, survivor) in found) people.Add(survivor is null ? id : await Survivor(survivor));
        return people.Count == 1 ? (people.Single(), true) : (null, false);
    }

    private async Task<string> Survivor(string id) =>
        await People("p.trainee_id = @asked", id) is [{ Survivor: { } next }] && next != id ? await Survivor(next) : id;

    private Task<List<(string Id, string? Survivor)>> People(string where, string asked) => database.ReadAsync((connection, cancel) => connection.RowsAsync(
        $"select p.trainee_id, p.merged_into from people p where {where} and not p.retracted", [("asked", asked)],
        row => (row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1)), cancel));
}
