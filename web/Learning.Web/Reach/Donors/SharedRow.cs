namespace Learning.Web.Reach.Donors;

/// <summary>One row of <see cref="SharedView{T}"/>.</summary>
/// <typeparam name="T">Texts.</typeparam>
/// <param name="Key">As in <see cref="SupportedRow{T}"/>.</param>
/// <param name="Name">Its name.</param>
/// <param name="With">By the other donor's code, whom both helped reach; in the order of the rows.</param>
public sealed record SharedRow<T>(string Key, T Name, IReadOnlyDictionary<string, decimal> With);
