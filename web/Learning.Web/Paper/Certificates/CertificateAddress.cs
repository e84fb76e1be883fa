using Learning.Domain.Certificates;

namespace Learning.Web.Paper.Certificates;

/// <summary>Where anyone checks a certificate.</summary>
public static class CertificateAddress
{
    /// <summary>The public page of a certificate, e.g. <c>https://learning.example.mn/verify/S7FB-FNPM-NQ09-F176</c>.</summary>
    /// <param name="site">The site's address.</param>
    /// <param name="number">The ungrouped number.</param>
    public static string Of(Uri site, string number) =>
        $"{site.GetLeftPart(UriPartial.Authority)}/verify/{CertificateNumber.Printed(number)}";

    /// <summary>The same in upper case for a QR code, which is a third smaller then; the server's paths ignore case.</summary>
    /// <param name="site">The site's address.</param>
    /// <param name="number">The ungrouped number.</param>
    public static string ForQr(Uri site, string number) => Of(site, number).ToUpperInvariant();
}
