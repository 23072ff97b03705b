using SmartNic.Kernels;

namespace SmartNic.Driver.Tables;

/// <summary>One slot of an exact-match table, as the driver keeps it.</summary>
internal struct ExactSlot<TKey, TValue>
    where TKey : struct, IKey<TKey>
    where TValue : struct
{
    /// <summary>The key.</summary>
    public TKey Key;

    /// <summary>Value for packets of generation 0.</summary>
    public TValue Value0;

    /// <summary>Value for packets of generation 1.</summary>
    public TValue Value1;

    /// <summary>Bit g: alive for packets of generation g; zero: the slot is free.</summary>
    public byte Gen;

    /// <summary>The value that packets of a generation find.</summary>
    public readonly TValue ValueOf(int generation) => generation == 0 ? Value0 : Value1;

    /// <summary>Sets the value that packets of a generation find.</summary>
    public void SetValue(int generation, in TValue value)
    {
        if (generation == 0)
        {
            Value0 = value;
        }
        else
        {
            Value1 = value;
        }
    }
}
