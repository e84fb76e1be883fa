using System.Text;
using Learning.Domain.Imports;
using UtfUnknown;

namespace Learning.Silo.Imports.Sheets;

/// <summary>Finds out in which encoding a text file is, by reading all of it once.</summary>
internal static class TextEncoding
{
    private const int SampleBytes = 64 * 1024;

    /// <summary>Cyrillic encodings without a mark of their own; Mongolian files are in the first.</summary>
    private static readonly string[] Cyrillic = ["windows-1251", "ibm866", "koi8-r", "iso-8859-5", "x-mac-cyrillic"];

    /// <summary>
    /// By a byte order mark, else as UTF-16 by its zeros, else as UTF-8 if the whole file is valid UTF-8 (text in another
    /// encoding practically never is), else as Cyrillic by its letters.
    /// </summary>
    /// <param name="file">The file, from its position on; rewound afterwards.</param>
    /// <returns>The encoding, and whether the last line is closed by a line break.</returns>
    /// <exception cref="SheetFileException">It is no text, it ends within a character, or it is in no known encoding.</exception>
    public static (Encoding Encoding, bool EndsWithLineBreak) Detect(Stream file)
    {
        var start = file.Position;
        var scan = new Scan(file);
        file.Position = start;
        return (Detect(scan), scan.EndsWithLineBreak);
    }

    private static Encoding Detect(Scan scan)
    {
        var head = scan.Head;
        if (head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Utf8(scan);
        if (head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Utf16(scan, bigEndian: false);
        if (head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Utf16(scan, bigEndian: true);
        if (scan.Zeros > 0)
        {
            // Half of the delimiters' and digits' bytes are zero, always the same half.
            if (scan.ZerosAtOdd > scan.Length / 16 && scan.ZerosAtEven <= scan.ZerosAtOdd / 16) return Utf16(scan, bigEndian: false);
            if (scan.ZerosAtEven > scan.Length / 16 && scan.ZerosAtOdd <= scan.ZerosAtEven / 16) return Utf16(scan, bigEndian: true);
            throw SheetFileException.Of(ImportProblemKind.NotText);
        }
        if (scan.Controls > scan.Length / 100) throw SheetFileException.Of(ImportProblemKind.NotText);
        if (scan.IsUtf8) return Utf8(scan);
        return ByLetters(scan.NonAscii) ?? throw SheetFileException.Of(ImportProblemKind.EncodingUnknown);
    }

    private static UTF8Encoding Utf8(Scan scan)
    {
        if (scan.Zeros > 0) throw SheetFileException.Of(ImportProblemKind.NotText);
        if (!scan.IsUtf8) throw SheetFileException.Of(ImportProblemKind.EncodingUnknown);
        if (scan.EndsWithinCharacter) throw SheetFileException.Of(ImportProblemKind.FileCutOff, scan.LineBreaks + 1);
        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    }

    private static UnicodeEncoding Utf16(Scan scan, bool bigEndian) => scan.Length % 2 == 0
        ? new UnicodeEncoding(bigEndian, byteOrderMark: true, throwOnInvalidBytes: true)
        : throw SheetFileException.Of(ImportProblemKind.FileCutOff, scan.LineBreaks + 1);

    private static Encoding? ByLetters(byte[] sample)
    {
        var guess = CharsetDetector.DetectFromBytes(sample).Detected?.EncodingName;
        // The guess goes first, but only where the text it gives is Cyrillic; then the likeliest ones by themselves.
        var names = guess is null ? Cyrillic : [.. Cyrillic.Where(c => string.Equals(c, guess, StringComparison.OrdinalIgnoreCase)), .. Cyrillic];
        return names.Select(n => CodePagesEncodingProvider.Instance.GetEncoding(n)).OfType<Encoding>().FirstOrDefault(e => IsCyrillicText(e.GetString(sample)));
    }

    /// <summary>Of the letters beyond ASCII nearly all are Cyrillic, and capitals stand at the start of words or in words of capitals.</summary>
    private static bool IsCyrillicText(string text)
    {
        var beyond = text.Count(c => c > '\u007F');
        var letters = text.Count(c => c is >= '\u0400' and <= '\u045F');
        var misplaced = 0;
        for (var i = 1; i < text.Length; i++)
            if (char.IsUpper(text[i]) && char.IsLower(text[i - 1])) misplaced++;
        return letters >= beyond * 0.9 && misplaced <= letters * 0.05;
    }

    /// <summary>One pass over the file.</summary>
    private sealed class Scan
    {
        public Scan(Stream file)
        {
            var buffer = new byte[81920];
            var chars = new char[buffer.Length + 1];
            var utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
            var sample = new MemoryStream();
            for (int read; (read = file.Read(buffer)) > 0;)
            {
                if (Length == 0) Head = buffer[..Math.Min(read, 4)];
                for (var i = 0; i < read; i++) Look(buffer[i], Length + i);
                if (sample.Length < SampleBytes) Keep(buffer.AsSpan(0, read), sample);
                IsUtf8 = IsUtf8 && Decodes(utf8, buffer.AsSpan(0, read), chars, flush: false);
                Length += read;
            }
            // What is left over in the decoder is the beginning of a character whose end is missing.
            EndsWithinCharacter = IsUtf8 && !Decodes(utf8, [], chars, flush: true);
            NonAscii = sample.ToArray();
        }

        public byte[] Head { get; private set; } = [];

        public long Length { get; private set; }

        public int LineBreaks { get; private set; }

        public long Zeros => ZerosAtEven + ZerosAtOdd;

        public long ZerosAtEven { get; private set; }

        public long ZerosAtOdd { get; private set; }

        public long Controls { get; private set; }

        public bool IsUtf8 { get; private set; } = true;

        public bool EndsWithinCharacter { get; }

        public bool EndsWithLineBreak { get; private set; }

        /// <summary>The lines' parts that hold something beyond ASCII, with a little around.</summary>
        public byte[] NonAscii { get; }

        private void Look(byte value, long at)
        {
            // In UTF-16 a line break ends, or begins, with a zero.
            if (value != 0) EndsWithLineBreak = value is (byte)'\n' or (byte)'\r';
            if (value >= 0x20) return;
            if (value == 0)
            {
                if (at % 2 == 0) ZerosAtEven++;
                else ZerosAtOdd++;
            }
            else if (value == '\n') LineBreaks++;
            else if (value is not ((byte)'\t' or (byte)'\r')) Controls++;
        }

        private static void Keep(ReadOnlySpan<byte> bytes, MemoryStream sample)
        {
            for (var i = 0; i < bytes.Length && sample.Length < SampleBytes; i++)
                if (bytes[i] >= 0x80 || (i > 0 && bytes[i - 1] >= 0x80)) sample.WriteByte(bytes[i]);
        }

        private static bool Decodes(Decoder utf8, ReadOnlySpan<byte> bytes, char[] chars, bool flush)
        {
            try
            {
                utf8.GetChars(bytes, chars, flush);
                return true;
            }
            catch (DecoderFallbackException)
            {
                return false;
            }
        }
    }
}
