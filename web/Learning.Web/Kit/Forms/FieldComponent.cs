using Microsoft.AspNetCore.Components;

namespace Learning.Web.Kit.Forms;

/// <summary>What all fields have: a name, a label, a hint, and the words that say how to fix it.</summary>
public abstract class FieldComponent : ComponentBase
{
    /// <summary>Name under which the value is sent; also the element's id, to which the error summary links.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>What to enter.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>Help that is always shown.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>What is wrong with the value; without it, what the form's errors say about <see cref="Name"/>.</summary>
    [Parameter] public string? Error { get; set; }

    /// <summary>Adds "(optional)" to the label.</summary>
    [Parameter] public bool Optional { get; set; }

    /// <summary>Must be filled: said to screen readers; the server checks it.</summary>
    [Parameter] public bool Required { get; set; }

    /// <summary>Further attributes of the input.</summary>
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    /// <summary>The errors of the form around it.</summary>
    [CascadingParameter] public FormErrors? Errors { get; set; }

    /// <summary>The error to show, if any.</summary>
    protected string? ShownError => Error ?? Errors?[Name];

    /// <summary>For <c>aria-invalid</c>.</summary>
    protected string? Invalid => ShownError is null ? null : "true";

    /// <summary>For <c>aria-required</c>; the browser's own message would be in the browser's language.</summary>
    protected string? AriaRequired => Required ? "true" : null;

    /// <summary>For <c>aria-describedby</c>: the ids of hint and error.</summary>
    protected string? DescribedBy => (Hint, ShownError) switch
    {
        (null, null) => null,
        (not null, null) => Name + "-hint",
        (null, not null) => Name + "-error",
        _ => $"{Name}-hint {Name}-error",
    };
}
