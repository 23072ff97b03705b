namespace SmartNic.Hls.Language;

/// <summary>
/// Marks a struct of state that is all the tables of a pipeline: what a kernel calls it is no part
/// of their names. It may be partial, each part in the folder of the feature that has the table;
/// its fields have no order then (<c>[StructLayout(LayoutKind.Auto)]</c>), and are taken by name.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class TablesAttribute : Attribute;
