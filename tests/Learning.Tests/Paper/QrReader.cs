using System.Text;

namespace Learning.Tests.Paper;

/// <summary>
/// Reads a clean QR code, written from ISO/IEC 18004 independently of the library that draws them: versions 1 to 10, level M,
/// one segment. It corrects no errors, so one wrong module shows.
/// </summary>
internal sealed record QrReader(int Version, int Level, string Mode, string Text)
{
    private const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    // Level M: blocks and data codewords of each.
    private static readonly int[][] Blocks =
    [
        [], [16], [28], [44], [32, 32], [43, 43], [27, 27, 27, 27], [31, 31, 31, 31], [38, 38, 39, 39], [36, 36, 36, 37, 37], [43, 43, 43, 43, 44],
    ];

    private static readonly int[][] Alignments =
        [[], [], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]];

    /// <summary>Reads a square of modules without its quiet zone.</summary>
    public static QrReader Read(int size, Func<int, int, bool> isDark)
    {
        var version = (size - 17) / 4;
        var format = 0;
        for (var i = 0; i < 15; i++)
        {
            var (x, y) = i < 6 ? (8, i) : i < 8 ? (8, i + 1) : i == 8 ? (7, 8) : (14 - i, 8);
            if (isDark(x, y)) format |= 1 << i;
        }

        format ^= 0x5412;
        var bits = Bits(Codewords(size, version, format >> 10 & 7, isDark), Blocks[version]);
        var mode = bits.Take(4);
        var longer = version > 9;
        var (name, text) = mode switch
        {
            2 => ("alphanumeric", ReadAlphanumeric(bits, bits.Take(longer ? 11 : 9))),
            4 => ("byte", Encoding.UTF8.GetString([.. Enumerable.Range(0, bits.Take(longer ? 16 : 8)).Select(_ => (byte)bits.Take(8))])),
            _ => ($"mode {mode}", ""),
        };
        return new(version, format >> 13 & 3, name, text);
    }

    private static List<byte> Codewords(int size, int version, int mask, Func<int, int, bool> isDark)
    {
        var words = new List<byte>();
        int word = 0, held = 0;
        for (var right = size - 1; right > 0; right -= 2)
        {
            if (right == 6) right = 5;
            for (var step = 0; step < size; step++)
            {
                var y = (right + 1 & 2) == 0 ? size - 1 - step : step;
                for (var x = right; x > right - 2; x--)
                {
                    if (IsFunction(x, y, size, version)) continue;
                    word = word << 1 | (isDark(x, y) != IsMasked(mask, x, y) ? 1 : 0);
                    if (++held % 8 == 0) words.Add((byte)word);
                }
            }
        }

        return words;
    }

    private static bool IsFunction(int x, int y, int size, int version)
    {
        var centres = Alignments[version];
        var last = size - 7;
        return x == 6 || y == 6
            || (x < 9 && y < 9) || (x < 9 && y >= size - 8) || (x >= size - 8 && y < 9)
            || (version >= 7 && ((x < 6 && y >= size - 11) || (y < 6 && x >= size - 11)))
            || centres.Any(cx => centres.Any(cy =>
                !((cx, cy) == (6, 6) || (cx, cy) == (6, last) || (cx, cy) == (last, 6)) && Math.Abs(x - cx) <= 2 && Math.Abs(y - cy) <= 2));
    }

    private static bool IsMasked(int mask, int x, int y) => 0 == mask switch
    {
        0 => (x + y) % 2,
        1 => y % 2,
        2 => x % 3,
        3 => (x + y) % 3,
        4 => (x / 3 + y / 2) % 2,
        5 => x * y % 2 + x * y % 3,
        6 => (x * y % 2 + x * y % 3) % 2,
        _ => ((x + y) % 2 + x * y % 3) % 2,
    };

    private static BitTaker Bits(List<byte> words, int[] blocks)
    {
        var data = blocks.Select(_ => new List<byte>()).ToArray();
        var at = 0;
        for (var i = 0; i < blocks[^1]; i++)
            for (var block = 0; block < blocks.Length; block++)
                if (i < blocks[block]) data[block].Add(words[at++]);
        return new([.. data.SelectMany(block => block)]);
    }

    private static string ReadAlphanumeric(BitTaker bits, int count)
    {
        var text = new StringBuilder();
        for (; count > 1; count -= 2)
        {
            var pair = bits.Take(11);
            text.Append(Alphanumeric[pair / 45]).Append(Alphanumeric[pair % 45]);
        }

        if (count == 1) text.Append(Alphanumeric[bits.Take(6)]);
        return text.ToString();
    }

    private sealed class BitTaker(byte[] bytes)
    {
        private int at;

        public int Take(int count)
        {
            var value = 0;
            for (; count > 0; count--, at++) value = value << 1 | bytes[at / 8] >> 7 - at % 8 & 1;
            return value;
        }
    }
}
