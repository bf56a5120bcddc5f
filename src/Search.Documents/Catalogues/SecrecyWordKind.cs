using System.Text.Json.Serialization;

namespace Search.Documents.Catalogues;

/// <summary>What the words of a <see cref="SecrecyEntry"/> are.</summary>
[JsonConverter(typeof(SecrecyWordKindConverter))]
public enum SecrecyWordKind
{
    /// <summary>A mark: the last word of each form is the one that all levels share.</summary>
    Level,

    /// <summary>What stands beside a mark in its stamp: a label, an urgency, a copy number.</summary>
    Label,

    /// <summary>What names the entry of a form that a level is written into; alone it is no mark.</summary>
    Field,

    /// <summary>What names the column of a list, or a property of a file, that a level is written into.</summary>
    Column,

    /// <summary>What is written there when a paper is not secret.</summary>
    None,

    /// <summary>A word before it that makes another word of it: <c>bí mật</c>.</summary>
    Before,

    /// <summary>The same where the mark's word is in small letters; in capitals it may end the name of an office.</summary>
    BeforeSmall,

    /// <summary>Words that begin with one of those after it and are what follows a mark: <c>MẬT BÁO CÁO</c>.</summary>
    Own,

    /// <summary>What stands before the name of a place.</summary>
    Place,

    /// <summary>What stands before the name of a water or a hill.</summary>
    Nature,

    /// <summary>An organ or a food that is counted up with bile or honey: <c>gan, mật, tụy</c>.</summary>
    Listed,

    /// <summary>A word with which a title goes on behind a name.</summary>
    GoingOn,

    /// <summary>What stands above the name of who signs.</summary>
    Position,

    /// <summary>What stands before the name of a person.</summary>
    Person,

    /// <summary>A name of a family.</summary>
    Surname,

    /// <summary>What ends the kind of an office that may be named after a person: <c>huyện ủy</c>.</summary>
    Office,

    /// <summary>What says that a name comes next: <c>đặt tên phố</c>.</summary>
    Naming,

    /// <summary>What says that a paper is what comes next: <c>là</c>.</summary>
    Declaring,

    /// <summary>What is done with secret papers or made of them, in papers that only speak of such: <c>quản lý tài liệu mật</c>.</summary>
    Dealing,

    /// <summary>How the line of a title begins.</summary>
    Title,

    /// <summary>How the title of rules or lessons begins, which set out what is done with papers: <c>nội quy</c>.</summary>
    Rules,

    /// <summary>A word after it that makes another word of it: <c>mật độ</c>.</summary>
    After,

    /// <summary>A whole line with which the head of a document begins: the national motto's first line.</summary>
    Head,

    /// <summary>How the first line of an annex begins.</summary>
    Annex,

    /// <summary>The same where the line is in capitals.</summary>
    AnnexTitle,
}
