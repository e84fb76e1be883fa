namespace Learning.Web.Kit;

/// <summary>What a colour means. Colour is never alone: a word or an icon always says the same.</summary>
public enum Tone
{
    /// <summary>Nothing in particular.</summary>
    Neutral,

    /// <summary>In order, done.</summary>
    Good,

    /// <summary>Going on, open.</summary>
    Info,

    /// <summary>Needs a look.</summary>
    Warning,

    /// <summary>Failed, refused, no longer valid.</summary>
    Bad,
}
