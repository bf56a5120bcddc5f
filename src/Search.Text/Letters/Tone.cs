namespace Search.Text;

/// <summary>The six tones of Vietnamese, named after their marks.</summary>
public enum Tone
{
    /// <summary>Thanh ngang: no mark.</summary>
    Level,

    /// <summary>Thanh huyền: grave (à).</summary>
    Grave,

    /// <summary>Thanh sắc: acute (á).</summary>
    Acute,

    /// <summary>Thanh hỏi: hook above (ả).</summary>
    Hook,

    /// <summary>Thanh ngã: tilde (ã).</summary>
    Tilde,

    /// <summary>Thanh nặng: dot below (ạ).</summary>
    Dot,
}
