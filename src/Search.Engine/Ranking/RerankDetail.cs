namespace Search.Engine;

/// <summary>How a passage was ranked again, for explanations.</summary>
/// <param name="Segment">Segment number.</param>
/// <param name="Doc">Passage number.</param>
/// <param name="First">Its score before.</param>
/// <param name="Above">The best score before, which every new score lies above.</param>
/// <param name="Parts">What each <see cref="RerankFeature"/> gives, weight times value.</param>
internal sealed record RerankDetail(int Segment, int Doc, float First, float Above, float[] Parts);
