namespace Learning.Web.Paper.SignIn;

/// <summary>What stands at the head of each page of a sign-in sheet.</summary>
/// <param name="Course">Course title, with its code.</param>
/// <param name="Session">Which session of the cohort, e.g. "Day 2 of 3".</param>
/// <param name="Place">Region and venue.</param>
/// <param name="Date">Day of the session.</param>
/// <param name="Trainers">Names of the trainers.</param>
/// <param name="QrText">Address of the session: where a scan of the sheet leads the trainer or the desk.</param>
public sealed record SignInHead(string Course, string Session, string Place, DateOnly Date, string Trainers, string QrText);
