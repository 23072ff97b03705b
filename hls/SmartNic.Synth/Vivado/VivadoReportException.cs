using System.Globalization;

namespace SmartNic.Synth.Vivado;

/// <summary>A report of Vivado is not what is known of its format.</summary>
/// <param name="file">Which report.</param>
/// <param name="line">Where, from 1.</param>
/// <param name="expected">What should be there.</param>
public sealed class VivadoReportException(string file, int line, string expected) : Exception(
    string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: expected {expected}"));
