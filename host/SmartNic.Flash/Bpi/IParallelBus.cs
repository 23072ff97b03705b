namespace SmartNic.Flash.Bpi;

/// <summary>Address and data lines of a 16-bit parallel flash.</summary>
public interface IParallelBus
{
    /// <summary>One read cycle.</summary>
    /// <param name="word">Address, in 16-bit words.</param>
    ushort Read(uint word);

    /// <summary>One write cycle.</summary>
    /// <param name="word">Address, in 16-bit words.</param>
    /// <param name="value">Datum or command.</param>
    void Write(uint word, ushort value);
}
