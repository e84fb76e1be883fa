namespace Learning.Web.Audit;

/// <summary>Which acts. What is missing or empty filters nothing; all others must be equal.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Subject">To what.</param>
/// <param name="Action">What; <c>cohort.</c> with a dot at its end means every act on cohorts.</param>
public sealed record AuditFilter(string? Actor = null, string? Subject = null, string? Action = null);
