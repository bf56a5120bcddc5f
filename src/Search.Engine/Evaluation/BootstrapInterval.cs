using System.Globalization;
using System.Runtime.InteropServices;

namespace Search.Engine;

/// <summary>A mean with its 95 % interval.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Low">2.5 % of the samples lie below.</param>
/// <param name="High">2.5 % of the samples lie above.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BootstrapInterval(double Mean, double Low, double High)
{
    /// <summary>Whether zero lies outside, so that the difference is no accident of the questions.</summary>
    public bool ExcludesZero => Low > 0 || High < 0;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Mean:+0.0000;-0.0000} [{Low:+0.0000;-0.0000}, {High:+0.0000;-0.0000}]");
}
