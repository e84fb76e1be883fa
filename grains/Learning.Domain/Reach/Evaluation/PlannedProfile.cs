namespace Learning.Domain.Reach.Evaluation;

/// <summary>What one query needs to know about a person profile.</summary>
internal struct PlannedProfile
{
    /// <summary>The row key: a home region, sex or organisation, as the query asks.</summary>
    public int Key;

    /// <summary>Year of birth, or <see cref="AgeBandTable.Unknown"/>.</summary>
    public short BirthYear;

    /// <summary>Whether home region, sex and organisation pass the filters.</summary>
    public bool Accept;
}
