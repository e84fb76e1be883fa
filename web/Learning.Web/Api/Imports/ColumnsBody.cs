using System.Collections.Immutable;
using Learning.Domain.Imports;

namespace Learning.Web.Api.Imports;

/// <summary>Columns as the user matched them.</summary>
/// <param name="Columns">Place of each field's column, from 0; <see langword="null"/> for a field that is not to be read.</param>
public sealed record ColumnsBody(ImmutableSortedDictionary<SheetField, int?>? Columns);
