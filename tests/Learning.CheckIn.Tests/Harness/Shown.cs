namespace Learning.CheckIn.Tests.Harness;

/// <summary>A result on the scan page.</summary>
/// <param name="Serial">Which one since the page opened.</param>
/// <param name="Result">Its kind, e.g. <c>checkedIn</c>.</param>
/// <param name="Word">The word on it.</param>
/// <param name="Name">Whose, if anybody's.</param>
/// <param name="Saved"><c>phone</c> once it is on the disk, <c>sent</c> once the server has it; empty where nothing was saved.</param>
public sealed record Shown(int Serial, string Result, string Word, string Name, string Saved);
