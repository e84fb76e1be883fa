namespace Learning.Web.Paper;

/// <summary>A text with its size and line breaks chosen.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Size">Font size.</param>
/// <param name="Style">The style it was fitted to.</param>
internal sealed record FittedText(IReadOnlyList<string> Lines, float Size, TextStyle Style)
{
    /// <summary>Distance of two baselines.</summary>
    public float LineHeight => Size * 1.3f;

    /// <summary>Height of all lines.</summary>
    public float Height => Lines.Count * LineHeight;
}
