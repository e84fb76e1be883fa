namespace Learning.Web;

/// <summary>One line on the terminal that is written over while something goes on; a line each where there is no terminal.</summary>
internal sealed class ProgressLine(TextWriter output) : IDisposable
{
    private readonly bool overwrite = !Console.IsOutputRedirected;
    private string last = "";

    /// <summary>Shows the state of things.</summary>
    /// <param name="text">What goes on.</param>
    public void Say(string text)
    {
        if (text == last) return;
        if (overwrite) output.Write("\r  " + text.PadRight(last.Length));
        else output.WriteLine("  " + text);
        last = text;
    }

    /// <summary>Ends the line.</summary>
    public void Dispose()
    {
        if (overwrite && last.Length > 0) output.WriteLine();
    }
}
