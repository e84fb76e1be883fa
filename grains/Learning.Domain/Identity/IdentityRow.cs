namespace Learning.Domain.Identity;

/// <summary>One row of a batch whose people are to be told apart.</summary>
/// <param name="Key">Id of the row, unique in the batch and the same in every repeat.</param>
/// <param name="Sheet">Id of the sheet (the training) it stands on; nobody stands on one sheet twice.</param>
/// <param name="On">The day it was written; the later row knows better where somebody lives.</param>
/// <param name="Evidence">What it says about the person.</param>
public sealed record IdentityRow(string Key, string Sheet, DateOnly? On, PersonEvidence Evidence);
