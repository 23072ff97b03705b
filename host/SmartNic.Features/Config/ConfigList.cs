using System.Collections;
using System.Runtime.CompilerServices;

namespace SmartNic.Features;

/// <summary>An immutable list that is equal to another when its elements are, in order.</summary>
/// <typeparam name="T">Type of the elements, with value equality.</typeparam>
[CollectionBuilder(typeof(ConfigList), nameof(ConfigList.Create))]
public sealed class ConfigList<T> : IReadOnlyList<T>, IEquatable<ConfigList<T>>
{
    private readonly T[] _items;

    internal ConfigList(T[] items) => _items = items;

    /// <summary>The list without elements.</summary>
    public static ConfigList<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <inheritdoc/>
    public bool Equals(ConfigList<T>? other) =>
        other is not null && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ConfigList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes <see cref="ConfigList{T}"/> from other collections.</summary>
public static class ConfigList
{
    /// <summary>
    /// A list of the elements of a span (also what a collection expression calls).
    /// </summary>
    public static ConfigList<T> Create<T>(ReadOnlySpan<T> items) =>
        items.IsEmpty ? ConfigList<T>.Empty : new ConfigList<T>(items.ToArray());

    /// <summary>A list of the elements of a sequence.</summary>
    public static ConfigList<T> ToConfigList<T>(this IEnumerable<T> items) => new(items.ToArray());
}
