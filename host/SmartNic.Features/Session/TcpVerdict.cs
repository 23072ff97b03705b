namespace SmartNic.Features;

/// <summary>What becomes of a TCP packet.</summary>
internal enum TcpVerdict : byte
{
    /// <summary>It passes, and the session is in another state or used anew.</summary>
    Accept,

    /// <summary>It passes and says nothing: the ends know better than we, and will answer.
    /// </summary>
    Ignore,

    /// <summary>It is dropped.</summary>
    Invalid,

    /// <summary>It passes as the first one of another session; this one is over.</summary>
    Reopen,
}
