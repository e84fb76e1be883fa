using Microsoft.Playwright;

namespace Learning.Testing;

/// <summary>What somebody looks at.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Width">CSS pixels.</param>
/// <param name="Height">CSS pixels.</param>
public sealed record Screen(string Name, int Width, int Height)
{
    /// <summary>The narrowest phone in use.</summary>
    public static Screen Phone { get; } = new("phone", 360, 800);

    public static Screen Desktop { get; } = new("desktop", 1280, 900);

    public ViewportSize Size => new() { Width = Width, Height = Height };
}
