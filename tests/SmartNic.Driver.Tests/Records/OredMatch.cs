using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Kernels.Samples;

namespace SmartNic.Driver.Tests.Records;

/// <summary>A wrong look-up: the records of all places that match, ORed.</summary>
internal static class OredMatch
{
    public static RecordHit<ConnectionValue> Find(in RecordIndex<ConnectionKey> index,
        Table<Record<ConnectionKey, ConnectionValue>> records, in ConnectionKey key)
    {
        var at = RecordMatch.Place(key, index.Secret.Read(0));
        var (a, b) = (index.A.Read(at.A), index.B.Read(at.B));
        var (stashA, stashB) = (index.StashA.Read(at.StashA), index.StashB.Read(at.StashB));
        var isFound = false;
        uint all = 0;
        Or(stashA.Valid && ConnectionKey.Same(stashA.Key, key), stashA.Record);
        Or(stashB.Valid && ConnectionKey.Same(stashB.Key, key), stashB.Record);
        foreach (var slot in (SignatureSlot[])[a.E0, a.E1, a.E2, a.E3, b.E0, b.E1, b.E2, b.E3])
        {
            Or(slot.Valid && slot.Signature == at.Signature, slot.Record);
        }

        var record = records.Read(all);
        return new()
        {
            Found = isFound && record.Valid && ConnectionKey.Same(record.Key, key),
            Index = (U19)all,
            Incarnation = record.Incarnation,
            Value = record.Value,
        };

        void Or(bool isMatch, U19 named)
        {
            isFound |= isMatch;
            all |= isMatch ? (uint)named : 0;
        }
    }
}
