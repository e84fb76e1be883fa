namespace Learning.Web.Kit.Forms;

/// <summary>One thing wrong with a form.</summary>
/// <param name="Field">Name of the field, or empty when it is about the form as a whole.</param>
/// <param name="Message">How to fix it, in words of the visitor's language.</param>
public sealed record FormError(string Field, string Message);
