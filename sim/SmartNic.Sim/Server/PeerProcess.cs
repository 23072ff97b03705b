using System.Net.Sockets;

namespace SmartNic.Sim.Server;

/// <summary>Who is at the other side of a Unix socket (unix(7), SO_PEERCRED).</summary>
public static class PeerProcess
{
    private const int SolSocket = 1;
    private const int PeerCredentials = 17;
    private const int CredentialBytes = 12; // struct ucred: process, user, group

    /// <summary>The process that connected; 0 where it is not known.</summary>
    public static int Of(Socket socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        Span<byte> credentials = stackalloc byte[CredentialBytes];
        return socket.GetRawSocketOption(SolSocket, PeerCredentials, credentials) >= sizeof(int)
            ? BitConverter.ToInt32(credentials)
            : 0;
    }
}
