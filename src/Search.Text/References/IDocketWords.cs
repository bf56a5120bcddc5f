namespace Search.Text;

/// <summary>What the letters of a number can mean: shapes alone do not tell <c>04 CT TW</c> from <c>04 xã TW</c>.</summary>
public interface IDocketWords
{
    /// <summary>Whether a sign stands for a document type: <c>CT</c>, in any case.</summary>
    /// <param name="sign">Letters of one part of a number.</param>
    bool IsTypeSign(string sign);

    /// <summary>Whether words are the name of a document type: <c>chỉ thị</c>, <c>chi thi</c>, or its sign.</summary>
    /// <param name="name">One to five words.</param>
    bool IsTypeName(string name);

    /// <summary>Whether a sign stands for an organ: <c>TW</c>, <c>BĐNTW</c>, in any case.</summary>
    /// <param name="sign">Letters of one part of a number.</param>
    bool IsOrganSign(string sign);
}
