using System.Runtime.CompilerServices;

namespace Xunit;

/// <summary>The name that tests which may skip had before every test could: a test.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SkippableFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : FactAttribute(sourceFilePath, sourceLineNumber);

/// <summary>The name that theories which may skip had before every theory could: a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SkippableTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : TheoryAttribute(sourceFilePath, sourceLineNumber);

/// <summary>The older names of <c>Assert.SkipWhen</c> and <c>Assert.SkipUnless</c>.</summary>
public static class Skip
{
    /// <summary>Skips the test when a condition holds.</summary>
    public static void If(bool condition, string reason) => Assert.SkipWhen(condition, reason);

    /// <summary>Skips the test unless a condition holds.</summary>
    public static void IfNot(bool condition, string reason) => Assert.SkipUnless(condition, reason);
}
