using System.Globalization;
using Search.Citations;
using Search.Documents;

namespace Search.Api.Pages;

/// <summary>
/// Places a graph by time: one column a year, oldest on the left, undated documents on the right. Columns are as
/// wide as boxes, so the picture needs no script and reads like the list beside it.
/// </summary>
internal sealed class GraphPicture
{
    private const int BoxWidth = 196;
    private const int BoxHeight = 46;
    private const int ColumnGap = 92;
    private const int RowGap = 22;
    private const int Top = 40;

    public GraphPicture(Citations.GraphView view, DocumentKey center)
    {
        var columns = view.Nodes.GroupBy(node => node.Date?.Year ?? int.MaxValue).OrderBy(group => group.Key).ToList();
        var places = new Dictionary<DocumentKey, Box>();
        var tallest = columns.Count == 0 ? 0 : columns.Max(column => column.Count());
        for (var x = 0; x < columns.Count; x++)
        {
            var column = columns[x].OrderBy(node => node.Date).ThenBy(node => node.Key).ToList();
            // Centerd, so that long columns do not pull every edge to the bottom.
            var first = Top + ((tallest - column.Count) * (BoxHeight + RowGap) / 2);
            for (var y = 0; y < column.Count; y++)
            {
                places[column[y].Key] = new Box(
                    column[y], 12 + (x * (BoxWidth + ColumnGap)), first + (y * (BoxHeight + RowGap)), column[y].Key.Equals(center));
            }

            Years.Add((columns[x].Key == int.MaxValue ? null : columns[x].Key, 12 + (x * (BoxWidth + ColumnGap)) + (BoxWidth / 2)));
        }

        Boxes = [.. places.Values];
        Lines = [.. view.Edges.Where(e => places.ContainsKey(e.Source) && places.ContainsKey(e.Target)).Select(e => new Line(e, Curve(places[e.Source], places[e.Target])))];
        Width = Math.Max(1, columns.Count) * (BoxWidth + ColumnGap) - ColumnGap + 24;
        Height = Top + (tallest * (BoxHeight + RowGap)) + 10;
    }

    public IReadOnlyList<Box> Boxes { get; }

    public IReadOnlyList<Line> Lines { get; }

    public List<(int? Year, int X)> Years { get; } = [];

    public int Width { get; }

    public int Height { get; }

    // From the citing document's near side to the cited one's; within a column the curve leaves and enters on the left.
    private static string Curve(Box source, Box target)
    {
        var leftward = target.X < source.X;
        var same = target.X == source.X;
        var x1 = leftward || same ? source.X : source.X + BoxWidth;
        var x2 = leftward ? target.X + BoxWidth + 7 : target.X - 7;
        var y1 = source.Y + (BoxHeight / 2);
        var y2 = target.Y + (BoxHeight / 2);
        var bend = same ? 46 : Math.Max(30, Math.Abs(x2 - x1) / 2);
        var c1 = leftward || same ? x1 - bend : x1 + bend;
        var c2 = same ? x2 - bend : leftward ? x2 + bend : x2 - bend;
        return string.Create(CultureInfo.InvariantCulture, $"M{x1} {y1} C{c1} {y1} {c2} {y2} {x2} {y2}");
    }

    /// <summary>A document with its place.</summary>
    internal sealed record Box(GraphNode Node, int X, int Y, bool IsCenter)
    {
        public int Width => BoxWidth;

        public int Height => BoxHeight;
    }

    /// <summary>An edge with its way.</summary>
    internal sealed record Line(GraphEdge Edge, string Path);
}
