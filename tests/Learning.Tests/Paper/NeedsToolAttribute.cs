namespace Learning.Tests.Paper;

/// <summary>A test that asks a program of the machine; skipped, in words, where the program is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsToolAttribute : FactAttribute
{
    public NeedsToolAttribute(params string[] tools)
    {
        var missing = tools.Where(tool => Tool.Find(tool) is null).ToArray();
        if (missing.Length > 0) Skip = $"needs {string.Join(" and ", missing)}, not installed here";
    }
}
