using SmartNic.Features;
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Features.Tests;

/// <summary>The tracker against a slow model that sees every packet.</summary>
public sealed class SessionModelTests
{
    private const ulong Tick = 1 << 20;
    private static readonly byte[] Flags = [2, 18, 16, 16, 16, 17, 20, 4, 2, 18, 17, 0];

    [Test]
    public void TheTrackerAgreesWithWhatSeesEveryPacket([Range(1, 40)] int seed)
    {
        // Halved as long as it still fails.
        string? fault = Run(seed, 4000);
        for (int steps = 2000; fault is not null && steps > 0; steps /= 2)
        {
            fault = Run(seed, steps) ?? fault;
        }

        Assert.That(fault, Is.Null, $"seed {seed}");
    }

    private static string? Run(int seed, int steps)
    {
        var random = new Random(seed);
        var board = new SeenBoard();
        var tracker = new SessionTracker(256, (ulong)seed, board);
        var model = new Dictionary<SessionKey, Model>();
        ulong now = 1000 * Tick;
        int pace = seed % 3;
        for (int step = 0; step < steps; step++)
        {
            now += Tick * (ulong)(1 + random.Next(pace == 0 ? 8 : pace == 1 ? 4000 : 60_000));
            int pair = random.Next(3);
            bool back = random.Next(2) == 0;
            U24 zone = (U24)(uint)random.Next(1, 3);
            string a = $"10.0.0.{pair + 1}";
            const string B = "10.0.1.1";
            byte flags = Flags[random.Next(Flags.Length)];
            bool udp = random.Next(6) == 0;
            byte[] frame = (udp, back) switch
            {
                (true, false) => SessionFrames.Udp(a, B, 1000, 53),
                (true, true) => SessionFrames.Udp(B, a, 53, 1000),
                (false, false) => SessionFrames.Tcp(a, B, 1000, 80, flags),
                _ => SessionFrames.Tcp(B, a, 80, 1000, flags),
            };
            SessionKey key = FlowReader.Read(frame, zone).Key;
            foreach (SessionKey old in model.Where(m => m.Value.Deadline <= now)
                .Select(m => m.Key).ToList())
            {
                // An ACK in hardware may have made its time shorter, which a read tells.
                model.Remove(old);
                tracker.Sweep(now, 1000);
            }

            if (random.Next(3) == 0)
            {
                tracker.Expire(now, 1000);
                tracker.DrainRemovals(1000);
            }

            bool plain = udp || flags == 16;
            if (plain && board.Has(key))
            {
                if (Model.Find(model, key) is null)
                {
                    continue; // Hardware has not been told yet that it is over.
                }

                board.Note(key, (uint)(now / Tick));
                Model.See(model, key, udp, TcpKind.Ack, now);
            }
            else
            {
                bool passes = tracker.Judge(frame, zone, 1, !back, now).Passes;
                bool wanted = Model.See(model, key, udp, TcpKinds.Of(flags), now, flags == 0);
                if (passes != wanted)
                {
                    return $"step {step}: passes {passes}, {key.Protocol} {flags:x} {back}";
                }
            }

            // What is over leaves at once: what an old record lets pass until then nobody learns.
            tracker.DrainRemovals(1000);
            if (random.Next(2) == 0)
            {
                tracker.DrainInstalls(1000);
            }

            if (random.Next(20) == 0)
            {
                tracker.Sweep(now, 1000);
                if (Compare(tracker, model, now) is { } fault)
                {
                    return $"step {step}: {fault}";
                }
            }
        }

        return null;
    }

    private static string? Compare(
        SessionTracker tracker, Dictionary<SessionKey, Model> model, ulong now)
    {
        var found = tracker.List(now).ToDictionary(v => v.Original);
        return found.Count != model.Count ? $"{found.Count} sessions, {model.Count}"
            : model.Select(m => !found.TryGetValue(m.Key, out SessionView view) ? "not there"
                : view.LeftNs != m.Value.Deadline - now
                    ? $"{view.State} {view.LeftNs}, {m.Value.State} {m.Value.Deadline - now}"
                : m.Key.Protocol == 6 && view.State != SessionView.NameOf(m.Value.State)
                    ? $"{view.State}, {m.Value.State}" : null)
                .FirstOrDefault(f => f is not null);
    }

    private sealed class Model
    {
        private static readonly uint[] Seconds =
            [0, 120, 60, 432_000, 120, 60, 30, 120, 10, 120];

        public TcpState State { get; private set; }

        public ulong Deadline { get; private set; }

        private bool Replied { get; set; }

        private bool Both { get; set; }

        private bool SynUnanswered { get; set; }

        public static (SessionKey Key, bool IsReply)? Find(
            Dictionary<SessionKey, Model> all, SessionKey key)
        {
            SessionKeys.TryInvert(key, out SessionKey other);
            return all.ContainsKey(key) ? (key, false)
                : all.ContainsKey(other) ? (other, true) : null;
        }

        public static bool See(
            Dictionary<SessionKey, Model> all, SessionKey key, bool udp, TcpKind kind, ulong now,
            bool isNull = false)
        {
            if (!udp && isNull)
            {
                return false;
            }

            var place = Find(all, key);
            var (original, isReply) = place ?? (key, false);
            Model m = place is null ? new() : all[original];
            if (udp)
            {
                m.Replied |= isReply;
                m.Deadline = now + ((m.Replied ? 120UL : 30) * 1_000_000_000);
                all[original] = m;
                return true;
            }

            var (sign, next) = TcpCells.All[(isReply, kind, m.State)];
            if (sign != 'x' && m.SynUnanswered)
            {
                m.SynUnanswered = false;
                sign = isReply && kind == TcpKind.Ack ? '~' : sign;
            }

            switch (sign)
            {
                case 'x':
                    return false;
                case '~':
                    m.Replied |= isReply;
                    m.Both &= isReply || kind != TcpKind.Syn;
                    m.SynUnanswered =
                        m.State == TcpState.LastAck && kind == TcpKind.Syn && !isReply;
                    return true;
                case '!':
                    all.Remove(original);
                    return See(all, key, udp, kind, now);
            }

            m.Both |= next == TcpState.SynSent2;
            m.State = m.Both && isReply && kind == TcpKind.Ack && next == TcpState.SynRecv
                ? TcpState.Established : next;
            if (kind == TcpKind.Rst && !m.Replied && !isReply | m.State == TcpState.Close
                && !m.Replied)
            {
                all.Remove(original);
                return true;
            }

            m.Replied |= isReply;
            m.Deadline = now + (Seconds[(int)m.State] * 1_000_000_000UL);
            all[original] = m;
            return true;
        }
    }
}
