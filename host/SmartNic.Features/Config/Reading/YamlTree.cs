using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SmartNic.Features.Reading;

/// <summary>
/// Text to nodes, by the event parser of YamlDotNet. One document; no anchors, aliases or tags:
/// a gateway's file needs none, and without them every value is where it is written.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>Deepest nesting; the format itself has five levels.</summary>
    private const int MaxDepth = 16;

    private readonly string _text;
    private readonly Parser _parser;
    private readonly ErrorList _errors;
    private int _nodes;

    private YamlTree(string text, ErrorList errors)
    {
        _text = text;
        _parser = new Parser(new StringReader(text));
        _errors = errors;
    }

    /// <summary>Reads the document; null, with errors noted, when it is not readable.</summary>
    public static YamlNode? Read(string text, ErrorList errors)
    {
        if (!YamlText.Check(text, errors))
        {
            return null;
        }

        var tree = new YamlTree(text, errors);
        try
        {
            return tree.Document();
        }
        catch (YamlException e)
        {
            // The scanner may stand one line beyond the last when it finds that something is
            // missing.
            var line = Math.Min(LineOf(e.End), YamlText.Lines(text));
            errors.Add(line, ColumnOf(e.End),
                $"not YAML: {YamlHint.With(FileTrouble.Words(e.Message))}");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The scanner leaves a few malformed escapes to the runtime's own exceptions; the file
            // is unreadable either way, and no input may bring the driver down. What they say is
            // about the scanner, so only the place of the last good value is told.
            var last = tree._parser.Current?.End ?? Mark.Empty;
            errors.Add(Math.Min(LineOf(last), YamlText.Lines(text)), ColumnOf(last),
                "not YAML: expected a value, found text that cannot be read after this place "
                + "(a wrong escape in double quotes?)");
        }

        return null;
    }

    private static int LineOf(in Mark mark) => (int)Math.Clamp(mark.Line, 1, int.MaxValue);

    private static int ColumnOf(in Mark mark) => (int)Math.Clamp(mark.Column, 1, int.MaxValue);

    private YamlNode? Document()
    {
        Next();
        var first = Next();
        if (first is StreamEnd)
        {
            _errors.Add(1, 1, "expected a map with the key version, found an empty file");
            return null;
        }

        if (first is DocumentStart { Tags: { } tags } && tags.Any(IsOurs))
        {
            Error(first, "expected no %TAG, found one (tags are not supported: take it out)");
            return null;
        }

        var root = Node(Next(), 0);
        if (root is null)
        {
            return null;
        }

        Next();
        if (Next() is not StreamEnd and var more)
        {
            Error(more, "expected the end of the file, found another document (one file, one "
                + "document: take out what follows)");
            return null;
        }

        return root;
    }

    /// <summary>Whether a %TAG is of the file: the two handles of YAML itself always are there.
    /// </summary>
    private static bool IsOurs(YamlDotNet.Core.Tokens.TagDirective tag) =>
        (tag.Handle, tag.Prefix) is not (("!", "!") or ("!!", "tag:yaml.org,2002:"));

    private ParsingEvent Next()
    {
        if (!_parser.MoveNext() || _parser.Current is null)
        {
            throw new YamlException("the file ends early");
        }

        return _parser.Current is Comment ? Next() : _parser.Current;
    }

    private void Error(ParsingEvent at, string message) => _errors.Add(
        Math.Min(LineOf(at.Start), YamlText.Lines(_text)), ColumnOf(at.Start), message);

    /// <summary>Notes what makes a node unreadable; true when something does.</summary>
    private bool IsRefused(ParsingEvent first, int depth)
    {
        var why = first switch
        {
            AnchorAlias => "expected a value, found an anchor or an alias (not supported)",
            NodeEvent { Anchor.IsEmpty: false } =>
                "expected a value, found an anchor or an alias (not supported)",
            NodeEvent { Tag.IsEmpty: false } node => "expected a value without a tag, found "
                + $"{YamlScalar.Quote(TagOf(node))} (not supported: take it out)",
            _ when depth == MaxDepth => $"expected at most {MaxDepth} levels of nesting",
            _ when ++_nodes > ConfigLimits.FileNodes =>
                $"expected at most {ConfigLimits.FileNodes} values, found more",
            _ => null,
        };
        if (why is not null)
        {
            Error(first, why);
        }

        return why is not null;
    }

    private static string TagOf(NodeEvent node) =>
        node.Tag.IsNonSpecific ? "!" : node.Tag.Value;

    private YamlNode? Node(ParsingEvent first, int depth)
    {
        if (IsRefused(first, depth))
        {
            return null;
        }

        var (line, column) = (LineOf(first.Start), ColumnOf(first.Start));
        switch (first)
        {
            case Scalar scalar:
                var plain = scalar.Style is ScalarStyle.Plain;
                return new YamlScalar(line, column, scalar.Value, plain);
            case SequenceStart:
                var items = new List<YamlNode>();
                for (var e = Next(); e is not SequenceEnd; e = Next())
                {
                    if (Node(e, depth + 1) is not { } item)
                    {
                        return null;
                    }

                    items.Add(item);
                }

                return new YamlSequence(line, column, items);
            case MappingStart:
                var pairs = new List<YamlPair>();
                for (var e = Next(); e is not MappingEnd; e = Next())
                {
                    if (Node(e, depth + 1) is not { } key
                        || Node(Next(), depth + 1) is not { } value)
                    {
                        return null;
                    }

                    pairs.Add(new YamlPair(key, value));
                }

                return new YamlMapping(line, column, pairs);
            default:
                Error(first, "expected a value, found the end of the file or of a list");
                return null;
        }
    }
}
