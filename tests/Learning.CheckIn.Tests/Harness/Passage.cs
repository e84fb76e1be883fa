namespace Learning.CheckIn.Tests.Harness;

/// <summary>A request that went over a link.</summary>
/// <param name="Method">GET, POST …</param>
/// <param name="Path">Path of its address.</param>
/// <param name="Status">What was answered; 0 if nothing.</param>
/// <param name="Bytes">Size of the server's answer as sent, without its head.</param>
/// <param name="ReachedServer">Whether the server answered it.</param>
public sealed record Passage(string Method, string Path, int Status, int Bytes, bool ReachedServer)
{
    /// <summary>For a failure's report.</summary>
    public override string ToString() => $"{Method} {Path} {(Status == 0 ? "-" : Status)}{(ReachedServer ? "" : " on the way")}";
}
