namespace Learning.Api.Tests.Imports;

/// <summary>A sheet to upload.</summary>
/// <param name="Name">A patronymic that only its people have.</param>
/// <param name="Text">CSV.</param>
public sealed record TestSheet(string Name, string Text);
