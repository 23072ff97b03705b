using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>The records of sessions in hardware.</summary>
internal interface ISessionRecords
{
    /// <summary>Puts both records there, and their places into the session.</summary>
    /// <returns>False when there is no room, now.</returns>
    bool TryInstall(ref SessionEntry session);

    /// <summary>Takes both away.</summary>
    /// <returns>False while a packet may still find one: asked again later.</returns>
    bool TryRemove(ref SessionEntry session);

    /// <summary>What hardware has noted of both directions.</summary>
    /// <returns>False when it cannot be told.</returns>
    bool TryReadSeen(
        in SessionEntry session, out SessionSeen original, out SessionSeen reply);
}
