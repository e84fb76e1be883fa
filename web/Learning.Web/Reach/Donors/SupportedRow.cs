namespace Learning.Web.Reach.Donors;

/// <summary>One donor's row of <see cref="SupportedView{T}"/>.</summary>
/// <typeparam name="T">Texts.</typeparam>
/// <param name="Key">Funder code; empty for cohorts that no donor pays for; <c>*</c> for donors put together because few people were reached.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">Everybody whom the donor's money helped reach.</param>
/// <param name="Only">Those of them whom no other donor helped reach.</param>
public sealed record SupportedRow<T>(string Key, T Name, decimal Value, decimal Only);
