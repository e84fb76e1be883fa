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
        return found.Count == 1 ? (found[0], true) : (null, false);
    }

    private Task<List<string>> People(string where, string asked) => database.ReadAsync((connection, cancel) => connection.RowsAsync(
        $"select distinct coalesce(m.person_id, p.trainee_id) from people p left join merged_records m on m.trainee_id = p.trainee_id where {where} and not p.retracted",
        [("asked", asked)], row => row.GetString(0), cancel));
}
