using Learning.Domain.Trainees;

namespace Learning.Domain.Identity;

/// <summary>
/// What a set of records says together, as far as it can contradict another set. Within one set nothing contradicts, so that
/// register, sex and known person are single values and birth years a narrow range.
/// </summary>
internal sealed class IdentityFacts
{
    private readonly List<NameKeys> names = [];
    private readonly Dictionary<string, PersonEvidence> sheets = new(StringComparer.Ordinal);
    private string? register;
    private Sex sex;
    private int firstYear = int.MaxValue;
    private int lastYear = int.MinValue;

    /// <summary>Id of the known person in the set, if there is one.</summary>
    public string? Known { get; private set; }

    /// <summary>The facts of one row.</summary>
    public static IdentityFacts Of(IdentityRow row)
    {
        var facts = OfPerson(row.Evidence, known: null);
        facts.sheets.Add(row.Sheet, row.Evidence);
        return facts;
    }

    /// <summary>The facts of a person, known before if <paramref name="known"/> says the id.</summary>
    public static IdentityFacts OfPerson(PersonEvidence evidence, string? known)
    {
        var facts = new IdentityFacts { Known = known, register = evidence.Register?.Hash, sex = evidence.Sex };
        if (evidence.BirthYear is { } year) facts.firstYear = facts.lastYear = year;
        facts.names.Add(NameKeys.Of(evidence));
        return facts;
    }

    /// <summary>Takes in the facts of a set that does not contradict this one.</summary>
    public void Add(IdentityFacts other)
    {
        register ??= other.register;
        Known ??= other.Known;
        if (sex == Sex.NotStated) sex = other.sex;
        firstYear = Math.Min(firstYear, other.firstYear);
        lastYear = Math.Max(lastYear, other.lastYear);
        foreach (var name in other.names)
            if (!names.Contains(name)) names.Add(name);
        foreach (var (sheet, said) in other.sheets) sheets[sheet] = said;
    }

    /// <summary>Everything in which two sets contradict each other.</summary>
    public static Contradiction Between(IdentityFacts one, IdentityFacts other)
    {
        var found = Contradiction.None;
        if (one.register is not null && other.register is not null && one.register != other.register) found |= Contradiction.OtherRegisterNumber;
        if (one.sex != Sex.NotStated && other.sex != Sex.NotStated && one.sex != other.sex) found |= Contradiction.OtherSex;
        if (YearsApart(one, other) > Contradictions.BirthYearsApart) found |= Contradiction.OtherBirthYear;
        if (one.Known is not null && other.Known is not null && one.Known != other.Known) found |= Contradiction.TwoKnownPeople;
        if (NamesContradict(one.names, other.names)) found |= Contradiction.OtherName;
        var (more, fewer) = one.sheets.Count >= other.sheets.Count ? (one.sheets, other.sheets) : (other.sheets, one.sheets);
        foreach (var (sheet, said) in fewer)
            if (more.TryGetValue(sheet, out var there) && !IsRepeat(said, there)) found |= Contradiction.SameSheet;
        return found;
    }

    /// <summary>A row written twice says the same about the person both times; anything else is two people in one room.</summary>
    private static bool IsRepeat(PersonEvidence said, PersonEvidence there) =>
        said.Register?.Hash == there.Register?.Hash
        && said.Phone?.Hash == there.Phone?.Hash
        && PersonName.GivenKey(said.GivenName) == PersonName.GivenKey(there.GivenName)
        && PersonName.PatronymicKey(said.Patronymic) == PersonName.PatronymicKey(there.Patronymic);

    private static int YearsApart(IdentityFacts one, IdentityFacts other) =>
        one.lastYear < one.firstYear || other.lastYear < other.firstYear
            ? 0
            : Math.Max(one.lastYear, other.lastYear) - Math.Min(one.firstYear, other.firstYear);

    private static bool NamesContradict(List<NameKeys> some, List<NameKeys> others)
    {
        foreach (var one in some)
            foreach (var other in others)
                if (NameKeys.Contradict(one, other)) return true;
        return false;
    }
}
