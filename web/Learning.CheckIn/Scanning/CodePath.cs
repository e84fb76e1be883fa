namespace Learning.CheckIn.Scanning;

/// <summary>A QR code to draw.</summary>
/// <param name="Size">Modules a side, with the quiet zone.</param>
/// <param name="Path">SVG path data of the dark ones.</param>
public sealed record CodePath(int Size, string Path);
