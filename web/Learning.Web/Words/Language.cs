namespace Learning.Web.Words;

/// <summary>A language of the screens.</summary>
public enum Language
{
    /// <summary>Mongolian in Cyrillic: the default.</summary>
    Mongolian = 0,

    /// <summary>English.</summary>
    English = 1,
}
