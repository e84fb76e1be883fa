namespace Learning.Silo.Storage;

/// <summary>The settings of the database can't be used; the message says which one and what to put instead.</summary>
/// <param name="message">For the person who set it.</param>
/// <param name="cause">What went wrong below, if anything did.</param>
public sealed class DatabaseSettingsException(string message, Exception? cause = null) : Exception(message, cause);
