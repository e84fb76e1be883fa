namespace Learning.Domain.Reach.Evaluation;

/// <summary>What a figure counts.</summary>
internal enum CountedUnit
{
    /// <summary>People.</summary>
    Person,

    /// <summary>People × cohorts.</summary>
    Participation,

    /// <summary>People × reporting years.</summary>
    PersonYear,

    /// <summary>People × courses.</summary>
    PersonCourse,
}
