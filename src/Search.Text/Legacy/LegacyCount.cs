namespace Search.Text.Legacy;

/// <summary>How many words of a line or a document can only be read in one of the encodings.</summary>
internal struct LegacyCount
{
    /// <summary>Words that are syllables in TCVN3 only.</summary>
    internal int Tcvn3;

    /// <summary>Words that are syllables in VNI only.</summary>
    internal int Vni;

    /// <summary>Words of three letters or more among the TCVN3 ones with a symbol inside, which no other text has.</summary>
    internal int Telling;

    internal void Add(LegacyCount other)
    {
        Tcvn3 += other.Tcvn3;
        Vni += other.Vni;
        Telling += other.Telling;
    }
}
