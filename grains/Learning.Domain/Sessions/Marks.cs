namespace Learning.Domain.Sessions;

/// <summary>Rules on marks.</summary>
public static class Marks
{
    /// <summary>Whether the mark says the person was in the room: present or late.</summary>
    /// <param name="mark">The mark.</param>
    public static bool Attended(this Mark mark) => mark is Mark.Present or Mark.Late;

    /// <summary>Of several marks of one person for one session the strongest: present, late, excused, absent, none yet.</summary>
    /// <param name="marks">The marks.</param>
    public static Mark? Strongest(this IEnumerable<Mark?> marks) => marks.Min();
}
