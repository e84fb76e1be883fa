using Learning.Browser.Tests.Harness;

namespace Learning.Browser.Tests.Access;

/// <summary>An address that a route answers, and who looks at it.</summary>
/// <param name="Who">One of <see cref="Harness.Who"/>.</param>
/// <param name="Path">Path and query of the address.</param>
/// <param name="Status">What is answered.</param>
internal sealed record PageSample(string Who, Func<SampleWorld, string> Path, int Status = 200)
{
    public PageSample(string who, string path, int status = 200) : this(who, _ => path, status)
    {
    }
}
