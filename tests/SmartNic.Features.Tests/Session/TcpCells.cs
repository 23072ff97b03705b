using SmartNic.Features;

namespace SmartNic.Features.Tests;

/// <summary>
/// What each packet does in each state, from RFC 9293 and the notes in the documentation of
/// nf_conntrack, as text: + passes, ~ passes without effect, x is dropped, ! opens anew.
/// </summary>
internal static class TcpCells
{
    private static readonly char[] Signs = ['+', '~', 'x', '!'];

    private const string Text = """
        o Syn    None+SynSent SynSent+ SynRecv~ Established~ FinWait~
                 CloseWait~ LastAck~ TimeWait!SynSent Close!SynSent SynSent2+
        o SynAck Nonex SynSentx SynRecv+ Establishedx FinWaitx
                 CloseWaitx LastAckx TimeWaitx Closex SynSent2+SynRecv
        o Fin    Nonex SynSentx SynRecv+FinWait Established+FinWait FinWait+LastAck
                 CloseWait+LastAck LastAck+ TimeWait+ Close+ SynSent2x
        o Ack    Nonex SynSentx SynRecv+Established Established+ FinWait+CloseWait
                 CloseWait+ LastAck+TimeWait TimeWait+ Close+ SynSent2x
        o Rst    Nonex SynSent+Close SynRecv+Close Established+Close FinWait+Close
                 CloseWait+Close LastAck+Close TimeWait+Close Close+ SynSent2+Close
        o None   Nonex SynSentx SynRecvx Establishedx FinWaitx
                 CloseWaitx LastAckx TimeWaitx Closex SynSent2x
        r Syn    Nonex SynSent+SynSent2 SynRecvx Establishedx FinWaitx
                 CloseWaitx LastAckx TimeWait!SynSent Closex SynSent2+
        r SynAck Nonex SynSent+SynRecv SynRecv~ Established~ FinWait~
                 CloseWait~ LastAck~ TimeWait~ Close~ SynSent2+SynRecv
        r Fin    Nonex SynSentx SynRecv+FinWait Established+FinWait FinWait+LastAck
                 CloseWait+LastAck LastAck+ TimeWait+ Close+ SynSent2x
        r Ack    Nonex SynSent~ SynRecv+ Established+ FinWait+CloseWait
                 CloseWait+ LastAck+TimeWait TimeWait+ Close+ SynSent2~
        r Rst    Nonex SynSent+Close SynRecv+Close Established+Close FinWait+Close
                 CloseWait+Close LastAck+Close TimeWait+Close Close+ SynSent2+Close
        r None   Nonex SynSentx SynRecvx Establishedx FinWaitx
                 CloseWaitx LastAckx TimeWaitx Closex SynSent2x
        """;

    /// <summary>The cells by (is reply, kind, state).</summary>
    public static IReadOnlyDictionary<(bool, TcpKind, TcpState), (char Sign, TcpState Next)> All
    { get; } = Read();

    private static Dictionary<(bool, TcpKind, TcpState), (char, TcpState)> Read()
    {
        var cells = new Dictionary<(bool, TcpKind, TcpState), (char, TcpState)>();
        string[] row = [];
        foreach (string line in Text.Split('\n'))
        {
            // A row goes on in a line that begins with a space.
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            row = line[0] == ' ' ? row : words[..2];
            foreach (string word in words.Where(w => w.IndexOfAny(Signs) > 0))
            {
                int at = word.IndexOfAny(Signs);
                var state = Enum.Parse<TcpState>(word[..at]);
                TcpState next = at + 1 < word.Length
                    ? Enum.Parse<TcpState>(word[(at + 1)..]) : state;
                cells.Add((row[0] == "r", Enum.Parse<TcpKind>(row[1]), state),
                    (word[at], next));
            }
        }

        return cells;
    }
}
