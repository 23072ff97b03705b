using SmartNic.Hls.Language;

struct Tally : IStep<uint, uint, uint>
{
    public static uint Step(ref uint state, in uint arg) { state += arg; return state; }
}

// Accesses in branches that exclude each other are one.
static class Exclusive
{
    [Kernel("snic_exclusive")]
    public static uint Run(byte kind, uint key, [Depth(64)] Table<uint> routes,
        [Depth(16)] Rmw<Tally, uint, uint, uint> hits)
    {
        uint found = 0;
        if (kind == 4) found = routes.Read(key >> 8) + 1;
        else if (kind == 6) found = routes.Read(key & 0xFF) * 2;
        if (found == 0 && kind > 6) return hits.Apply(key, 1);
        if (kind != 4) return found;
        return hits.Apply(found, 3) ^ key;
    }
}
