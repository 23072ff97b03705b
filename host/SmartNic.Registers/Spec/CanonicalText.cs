using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SmartNic.Registers;

/// <summary>
/// The specification as text in which only what software and hardware must agree on appears:
/// descriptions do not, so that a better sentence does not make old hardware foreign.
/// </summary>
public static class CanonicalText
{
    /// <summary>The text: a line per block, register, field, table, entry field, reason.</summary>
    public static string Of(DeviceSpec device)
    {
        var text = new StringBuilder();
        text.Append($"device {device.Name}\n");
        foreach (var block in device.Blocks)
        {
            text.Append($"block {block.Name} {block.Base:x} {block.Size:x}");
            text.Append($" {(block.IsPerInterface ? "per_interface" : "single")}\n");
            foreach (var register in block.Registers)
            {
                text.Append($"register {register.Name} {register.Offset:x} {register.Kind}");
                text.Append($" {register.Reset:x} {register.Count}\n");
                foreach (var field in register.Fields)
                {
                    text.Append($"field {field.Name} {field.Msb} {field.Lsb}\n");
                }
            }
        }

        foreach (var table in device.Tables)
        {
            text.Append($"table {table.Id} {table.Name} {table.Depth} {table.Width}\n");
            foreach (var field in table.Fields)
            {
                text.Append($"entry {field.Path} {field.Lsb} {field.Width}\n");
            }
        }

        foreach (var reason in device.Reasons)
        {
            text.Append($"reason {(byte)reason.Number:x2} {reason.Name}");
            text.Append($" {(byte)reason.Directions}\n");
        }

        return text.ToString();
    }

    /// <summary>The first 64 bits (big endian) of the SHA-256 of the text in UTF-8.</summary>
    public static ulong Hash(DeviceSpec device) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Of(device))));
}
