using System.Collections;
using System.Data.Common;
using System.Globalization;

namespace Learning.Silo.Storage.Sqlite;

/// <summary>Gives out rows that were read before.</summary>
/// <param name="results">At least one.</param>
internal sealed class RowSetReader(IReadOnlyList<RowSet> results) : DbDataReader
{
    private int result;
    private int row = -1;
    private bool closed;

    public override int FieldCount => Current.Columns.Length;

    public override bool HasRows => Current.Rows.Count > 0;

    public override bool IsClosed => closed;

    public override int Depth => 0;

    public override int RecordsAffected => results[^1].RecordsAffected;

    private RowSet Current => results[result];

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => ++row < Current.Rows.Count;

    public override bool NextResult()
    {
        if (result + 1 >= results.Count) return false;
        result++;
        row = -1;
        return true;
    }

    public override void Close() => closed = true;

    public override object GetValue(int ordinal) => row >= 0 && row < Current.Rows.Count
        ? Current.Rows[row][ordinal]
        : throw new InvalidOperationException("There is no row here; call Read first.");

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++) values[i] = GetValue(i);
        return count;
    }

    public override int GetOrdinal(string name)
    {
        var found = Array.FindIndex(Current.Columns, column => string.Equals(column, name, StringComparison.OrdinalIgnoreCase));
        return found >= 0 ? found : throw new IndexOutOfRangeException($"There is no column {name}.");
    }

    public override string GetName(int ordinal) => Current.Columns[ordinal];

    public override bool IsDBNull(int ordinal) => GetValue(ordinal) is DBNull;

    public override Type GetFieldType(int ordinal) => Current.Rows.Count == 0 ? typeof(object) : Current.Rows[Math.Clamp(row, 0, Current.Rows.Count - 1)][ordinal].GetType();

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    public override T GetFieldValue<T>(int ordinal) => GetValue(ordinal) is T value ? value : (T)Convert.ChangeType(GetValue(ordinal), typeof(T), CultureInfo.InvariantCulture);

    public override bool GetBoolean(int ordinal) => Convert.ToBoolean(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override byte GetByte(int ordinal) => Convert.ToByte(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override char GetChar(int ordinal) => Convert.ToChar(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override short GetInt16(int ordinal) => Convert.ToInt16(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override int GetInt32(int ordinal) => Convert.ToInt32(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override long GetInt64(int ordinal) => Convert.ToInt64(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override float GetFloat(int ordinal) => Convert.ToSingle(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override double GetDouble(int ordinal) => Convert.ToDouble(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override decimal GetDecimal(int ordinal) => Convert.ToDecimal(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override DateTime GetDateTime(int ordinal) => DateTime.Parse(GetString(ordinal), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public override Guid GetGuid(int ordinal) => GetValue(ordinal) is byte[] bytes ? new Guid(bytes) : Guid.Parse(GetString(ordinal));

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        Copy<byte>((byte[])GetValue(ordinal), dataOffset, buffer, bufferOffset, length);

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        Copy<char>(GetString(ordinal), dataOffset, buffer, bufferOffset, length);

    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    private static long Copy<T>(ReadOnlySpan<T> from, long offset, T[]? buffer, int bufferOffset, int length)
    {
        if (buffer is null) return from.Length;
        var count = (int)Math.Max(0, Math.Min(length, from.Length - offset));
        from.Slice((int)offset, count).CopyTo(buffer.AsSpan(bufferOffset));
        return count;
    }
}
