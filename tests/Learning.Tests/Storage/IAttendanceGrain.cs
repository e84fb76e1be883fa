namespace Learning.Tests.Storage;

/// <summary>A grain for these tests: counts hours, durably.</summary>
[Alias("Learning.Tests.IAttendanceGrain")]
public interface IAttendanceGrain : IGrainWithStringKey
{
    [Alias("Add")]
    Task<int> Add(int hours);
}
