namespace Learning.Silo.Secrets;

/// <summary>Started like this, the installation would be open to strangers or could not read its data; the message says what to do.</summary>
/// <param name="message">For the person who starts it.</param>
/// <param name="cause">What made it impossible, if another exception did.</param>
public sealed class StartRefusedException(string message, Exception? cause = null) : Exception(message, cause);
