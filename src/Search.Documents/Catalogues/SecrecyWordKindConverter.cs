using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Documents.Catalogues;

/// <summary>Reads the kinds as the catalogue writes them, in lower case.</summary>
internal sealed class SecrecyWordKindConverter()
    : JsonStringEnumConverter<SecrecyWordKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
