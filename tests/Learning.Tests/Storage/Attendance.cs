namespace Learning.Tests.Storage;

/// <summary>A state for these tests.</summary>
public sealed record Attendance(string Name, int Hours)
{
    public Attendance()
        : this("", 0)
    {
    }
}
