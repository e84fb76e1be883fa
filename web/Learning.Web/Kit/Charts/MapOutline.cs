namespace Learning.Web.Kit.Charts;

/// <summary>The outline of one region on a map, in the map's own units.</summary>
/// <param name="Code">P-code.</param>
/// <param name="X">Middle of the label.</param>
/// <param name="Y">Baseline of the label's first line.</param>
/// <param name="Path">SVG path data, filled by the even-odd rule.</param>
/// <param name="At">For a region too small for its label: the point the label's line leads to, as [x, y].</param>
public sealed record MapOutline(string Code, double X, double Y, string Path, IReadOnlyList<double>? At = null);
