namespace Search.Documents;

/// <summary>The fields of a header, read straight from what has one: <c>document.Title</c>.</summary>
public static class HeaderFields
{
    extension(IDescribed described)
    {
        /// <inheritdoc cref="DocumentHeader.Docket"/>
        public Docket? Docket => described.Header.Docket;

        /// <inheritdoc cref="DocumentHeader.Number"/>
        public string? Number => described.Header.Number;

        /// <inheritdoc cref="DocumentHeader.PrintedNumber"/>
        public string? PrintedNumber => described.Header.PrintedNumber;

        /// <inheritdoc cref="DocumentHeader.Type"/>
        public string? Type => described.Header.Type;

        /// <inheritdoc cref="DocumentHeader.Issuer"/>
        public string? Issuer => described.Header.Issuer;

        /// <inheritdoc cref="DocumentHeader.Level"/>
        public string? Level => described.Header.Level;

        /// <inheritdoc cref="DocumentHeader.Province"/>
        public string? Province => described.Header.Province;

        /// <inheritdoc cref="DocumentHeader.ProvinceId"/>
        public string? ProvinceId => described.Header.ProvinceId;

        /// <inheritdoc cref="DocumentHeader.Date"/>
        public DateOnly? Date => described.Header.Date;

        /// <inheritdoc cref="DocumentHeader.Term"/>
        public string? Term => described.Header.Term;

        /// <inheritdoc cref="DocumentHeader.Title"/>
        public string? Title => described.Header.Title;
    }
}
