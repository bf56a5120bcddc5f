namespace Search.Documents;

/// <summary>A field that a person corrected, with what the program had read.</summary>
/// <param name="Id">Id of the correction.</param>
/// <param name="Field">The field by its name in camelCase; <c>key</c> for the key that followed from the others.</param>
/// <param name="Read">What was read; null for nothing.</param>
/// <param name="By">Who corrected it, by the name that others see.</param>
/// <param name="On">The day of the correction.</param>
public sealed record AppliedCorrection(string Id, string Field, string? Read, string By, DateOnly On);
