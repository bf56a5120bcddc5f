using System.Runtime.InteropServices;

namespace Search.Engine.Embedded;

/// <summary>Tells cheaply whether a manifest was replaced.</summary>
/// <param name="Ticks">Time of the last write.</param>
/// <param name="Length">Length; 0 where there is no manifest.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ManifestStamp(long Ticks, long Length)
{
    public static ManifestStamp Of(string directory)
    {
        var info = new FileInfo(Path.Combine(directory, Manifest.FileName));
        return info.Exists ? new ManifestStamp(info.LastWriteTimeUtc.Ticks, info.Length) : default;
    }
}
