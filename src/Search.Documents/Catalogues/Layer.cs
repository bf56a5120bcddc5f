using System.Text.Json.Serialization;

namespace Search.Documents.Catalogues;

/// <summary>
/// Whose papers an entry belongs to. The Party and the State number and sign their papers by different
/// rules, and the same letters can mean different things: <c>TT</c> is a <i>thông tri</i> of the Party and a
/// <i>thông tư</i> of a ministry.
/// </summary>
[Flags]
[JsonConverter(typeof(LayerConverter))]
public enum Layer
{
    /// <summary>No layer; never found in a catalogue.</summary>
    None = 0,

    /// <summary>The Party (<c>"party"</c>).</summary>
    Party = 1,

    /// <summary>The State: assembly, government, courts, people's committees (<c>"state"</c>).</summary>
    State = 2,

    /// <summary>Party and State alike (<c>"both"</c>).</summary>
    Both = Party | State,

    /// <summary>The Fatherland Front and the mass organizations (<c>"mass"</c>).</summary>
    Mass = 4,

    /// <summary>Every layer; only for asking, never found in a catalogue.</summary>
    Any = Party | State | Mass,
}
