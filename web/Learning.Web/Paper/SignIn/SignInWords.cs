namespace Learning.Web.Paper.SignIn;

/// <summary>The words on a sign-in sheet.</summary>
/// <param name="Title">Title, e.g. "Sign-in sheet".</param>
/// <param name="Place">Before the place.</param>
/// <param name="Date">Before the date.</param>
/// <param name="Trainers">Before the trainers.</param>
/// <param name="Number">Head of the column of row numbers.</param>
/// <param name="Name">Head of the names.</param>
/// <param name="Organisation">Head of the organisations.</param>
/// <param name="Signature">Head of the signatures.</param>
/// <param name="WalkIns">Above the blank rows, e.g. "Not on the list? Write yourself here".</param>
/// <param name="WalkInName">What to write in a blank row's name field.</param>
/// <param name="WalkInOrganisation">What to write in a blank row's second field, e.g. "Organisation, phone".</param>
/// <param name="TrainerSignature">Before the trainer's signature at the foot.</param>
/// <param name="Page">Page number with {0} for this page and {1} for all pages.</param>
public sealed record SignInWords(
    string Title,
    string Place,
    string Date,
    string Trainers,
    string Number,
    string Name,
    string Organisation,
    string Signature,
    string WalkIns,
    string WalkInName,
    string WalkInOrganisation,
    string TrainerSignature,
    string Page);
