namespace Search.Citations;

/// <summary>The names of states and events in JSON, in filters and in Vietnamese.</summary>
public static class ValidityNames
{
    /// <summary>The id of a state: <c>con-hieu-luc</c>.</summary>
    public static string Id(ValidityState state) => state switch
    {
        ValidityState.InForce => "con-hieu-luc",
        ValidityState.PartlyInForce => "het-hieu-luc-mot-phan",
        ValidityState.Replaced => "bi-thay-the",
        ValidityState.NotInForce => "het-hieu-luc",
        ValidityState.Suspended => "ngung-hieu-luc",
        _ => "chua-ro",
    };

    /// <summary>The label of a state: <c>Còn hiệu lực</c>.</summary>
    public static string Label(ValidityState state) => state switch
    {
        ValidityState.InForce => "Còn hiệu lực",
        ValidityState.PartlyInForce => "Hết hiệu lực một phần",
        ValidityState.Replaced => "Bị thay thế",
        ValidityState.NotInForce => "Hết hiệu lực",
        ValidityState.Suspended => "Ngưng hiệu lực",
        _ => "Chưa rõ hiệu lực",
    };

    /// <summary>The id of an event: <c>thay-the</c>.</summary>
    public static string Id(ValidityEventKind kind) => kind switch
    {
        ValidityEventKind.Issued => "ban-hanh",
        ValidityEventKind.Corrected => "dinh-chinh",
        ValidityEventKind.Confirmed => "xac-nhan-hieu-luc",
        ValidityEventKind.Amended => "sua-doi-bo-sung",
        ValidityEventKind.PartlyReplaced => "thay-the-mot-phan",
        ValidityEventKind.PartlyRepealed => "bai-bo-mot-phan",
        ValidityEventKind.Suspended => "ngung-hieu-luc",
        ValidityEventKind.Revived => "khoi-phuc",
        ValidityEventKind.Replaced => "thay-the",
        ValidityEventKind.Repealed => "bai-bo",
        ValidityEventKind.Expired => "het-han",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
