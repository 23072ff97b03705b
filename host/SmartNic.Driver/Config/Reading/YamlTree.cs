using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SmartNic.Driver.Reading;

/// <summary>
/// Text to nodes, by the event parser of YamlDotNet. One document; no anchors, aliases or tags:
/// a gateway's file needs none, and without them every value is where it is written.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>Deepest nesting; the format itself has five levels.</summary>
    private const int MaxDepth = 16;

    private readonly Parser _parser;
    private readonly ErrorList _errors;
    private int _nodes;

    private YamlTree(string text, ErrorList errors)
    {
        _parser = new Parser(new StringReader(text));
        _errors = errors;
    }

    /// <summary>Reads the document; null, with errors noted, when it is not readable.</summary>
    public static YamlNode? Read(string text, ErrorList errors)
    {
        if (!HasOnlyPrintable(text, errors))
        {
            return null;
        }

        try
        {
            return new YamlTree(text, errors).Document();
        }
        catch (YamlException e)
        {
            // The scanner may stand one line beyond the last when it finds that something is
            // missing.
            var last = text.Count(c => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029') + 1;
            errors.Add(Math.Min(LineOf(e.End), last), ColumnOf(e.End), $"not YAML: {e.Message}");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The scanner leaves a few malformed escapes to the runtime's own exceptions; the file
            // is unreadable either way, and no input may bring the driver down.
            errors.Add(1, 1, $"not YAML: {e.Message}");
        }

        return null;
    }

    private static int LineOf(in Mark mark) => (int)Math.Clamp(mark.Line, 1, int.MaxValue);

    private static int ColumnOf(in Mark mark) => (int)Math.Clamp(mark.Column, 1, int.MaxValue);

    /// <summary>YAML 1.2 section 5.1: other characters would end the scanner early.</summary>
    private static bool HasOnlyPrintable(string text, ErrorList errors)
    {
        int line = 1, column = 1;
        foreach (var c in text)
        {
            if (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\u0085'))
            {
                errors.Add(line, column, $"expected text, found the character U+{(int)c:X4}");
                return false;
            }

            (line, column) = c == '\n' ? (line + 1, 1) : (line, column + 1);
        }

        return true;
    }

    private YamlNode? Document()
    {
        Next();
        if (Next() is StreamEnd)
        {
            _errors.Add(1, 1, "expected a map with the key version, found an empty file");
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
            Error(more, "expected the end of the file, found another document");
            return null;
        }

        return root;
    }

    private ParsingEvent Next()
    {
        if (!_parser.MoveNext() || _parser.Current is null)
        {
            throw new YamlException("the file ends early");
        }

        return _parser.Current is Comment ? Next() : _parser.Current;
    }

    private void Error(ParsingEvent at, string message) =>
        _errors.Add(LineOf(at.Start), ColumnOf(at.Start), message);

    private YamlNode? Node(ParsingEvent first, int depth)
    {
        if (first is AnchorAlias || (first is NodeEvent node && !node.Anchor.IsEmpty))
        {
            Error(first, "expected a value, found an anchor or an alias (not supported)");
            return null;
        }

        if (depth == MaxDepth)
        {
            Error(first, $"expected at most {MaxDepth} levels of nesting");
            return null;
        }

        if (++_nodes > ConfigLimits.FileNodes)
        {
            Error(first, $"expected at most {ConfigLimits.FileNodes} keys and values");
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
                Error(first, "expected a value");
                return null;
        }
    }
}
