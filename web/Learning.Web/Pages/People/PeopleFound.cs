namespace Learning.Web.Pages.PeoplePages;

/// <summary>A page of people, in the order of their numbers.</summary>
/// <param name="People">The people.</param>
/// <param name="Count">How many there are altogether.</param>
/// <param name="Next">Number to go on after; <see langword="null"/> at the end.</param>
public sealed record PeopleFound(IReadOnlyList<ListedPerson> People, int Count, long? Next);
