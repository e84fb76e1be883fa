namespace Learning.Testing;

/// <summary>Expectations whose failure has to be told whole; xunit cuts lists and long lines.</summary>
internal static class Expect
{
    /// <summary>That there is none.</summary>
    /// <param name="problems">In words.</param>
    public static void None(IReadOnlyCollection<string> problems)
    {
        if (problems.Count > 0) Assert.Fail(string.Join(Environment.NewLine, problems.Distinct()));
    }
}
