namespace Learning.Silo.Storage.Schema;

/// <summary>The database does not fit this program; the message says what to do.</summary>
/// <param name="message">For the person who runs it.</param>
public sealed class SchemaException(string message) : Exception(message);
