namespace Learning.Web.Kit.Forms;

/// <summary>One choice of a select, a radio group or a checkbox group.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What is shown.</param>
/// <param name="Hint">A line below it (not in a select).</param>
/// <param name="Group">Heading under which a select lists it.</param>
public sealed record Option(string Value, string Text, string? Hint = null, string? Group = null);
