namespace Learning.Domain.Checkin.Local;

/// <summary>How a phone names a person in its own notes: by trainee id where the roster knows them, else by what it has.</summary>
public static class PersonKey
{
    /// <summary>Somebody on a roster.</summary>
    /// <param name="traineeId">Trainee id.</param>
    public static string OfTrainee(string traineeId) => $"t:{traineeId}";

    /// <summary>The unknown holder of a good badge.</summary>
    /// <param name="badgeId">Badge id.</param>
    public static string OfBadge(string badgeId) => $"b:{badgeId}";

    /// <summary>Somebody registered on the spot.</summary>
    /// <param name="scanId">The scan that did it.</param>
    public static string OfWalkIn(string scanId) => $"w:{scanId}";
}
