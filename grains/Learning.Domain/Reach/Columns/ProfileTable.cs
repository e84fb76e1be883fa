using Learning.Domain.Trainees;

namespace Learning.Domain.Reach.Columns;

/// <summary>
/// The person profiles at their numbers, in columns with room behind them: a question looks at one or two of these, and those stay in the
/// processor's cache. What was once written is never changed, so that a query may go on reading it. Not thread-safe; <see cref="ReachDimensions"/> guards it.
/// </summary>
internal sealed class ProfileTable
{
    private readonly Dictionary<PersonProfile, int> numbers = [];

    /// <summary><see cref="PersonProfile.HomeRegion"/>.</summary>
    public int[] HomeRegion = [];

    /// <summary><see cref="PersonProfile.Organisation"/>.</summary>
    public int[] Organisation = [];

    /// <summary><see cref="PersonProfile.BirthYear"/>.</summary>
    public short[] BirthYear = [];

    /// <summary><see cref="PersonProfile.Sex"/>, in a byte.</summary>
    public byte[] Sex = [];

    /// <summary>The number of a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="isNew">Whether it was never seen before.</param>
    public int Number(PersonProfile profile, out bool isNew)
    {
        isNew = !numbers.TryGetValue(profile, out var number);
        if (!isNew) return number;
        numbers.Add(profile, number = numbers.Count);
        if (number == Sex.Length) Resize(number + number / 4 + 16);
        (HomeRegion[number], Organisation[number], BirthYear[number], Sex[number]) = (profile.HomeRegion, profile.Organisation, profile.BirthYear, (byte)profile.Sex);
        return number;
    }

    private void Resize(int length)
    {
        Array.Resize(ref HomeRegion, length);
        Array.Resize(ref Organisation, length);
        Array.Resize(ref BirthYear, length);
        Array.Resize(ref Sex, length);
    }
}
