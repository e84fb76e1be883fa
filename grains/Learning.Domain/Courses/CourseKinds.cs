namespace Learning.Domain.Courses;

/// <summary>Kinds of course.</summary>
public static class CourseKinds
{
    /// <summary>A training as most are.</summary>
    public const string Training = "training";

    /// <summary>A training of trainers: whom its graduates train is its indirect reach.</summary>
    public const string TrainingOfTrainers = "trainingOfTrainers";

    /// <summary>A one-off information event; counting rules may leave these out.</summary>
    public const string Information = "information";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Training, TrainingOfTrainers, Information];
}
