namespace Learning.Domain.Reach.Donors;

/// <summary>The part of a figure that is one funder's.</summary>
/// <param name="Funder">Funder code; empty for what no donor pays.</param>
/// <param name="Value">The part to report, after rounding: a whole number, or whole seconds as hours for contact hours.</param>
/// <param name="Numerator">Of the exact part, as a fraction in lowest terms.</param>
/// <param name="Denominator">Of the exact part; 1 or more.</param>
public sealed record ApportionedReach(string Funder, decimal Value, string Numerator, string Denominator);
