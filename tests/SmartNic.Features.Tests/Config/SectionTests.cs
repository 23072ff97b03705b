using System.Text;
using SmartNic.Features.Fields;
using SmartNic.Features.Reading;

namespace SmartNic.Features.Tests.Config;

/// <summary>A list of fields is a reader, a writer and a description.</summary>
public sealed class SectionTests
{
    private sealed record Lamp
    {
        public string Name { get; init; } = "-";

        public uint Watts { get; init; } = 40;

        public uint Most { get; init; }

        public string? Twin { get; init; }
    }

    private sealed record House(ConfigList<Lamp> Lamps);

    private static readonly object Names = new();

    private static readonly Section<Lamp> Section = new("lamp", new Lamp(),
    [
        new ValueField<Lamp, string>(
            "name", Types.Name, l => l.Name, (l, v) => l with { Name = v })
        {
            Description = "Its name.",
            IsRequired = true,
        },
        new ValueField<Lamp, uint>(
            "watts", Types.Number(1, 99), l => l.Watts, (l, v) => l with { Watts = v })
        {
            Description = "Power in W.",
        },
        new ValueField<Lamp, uint>(
            "most", Types.Number(1, 999), l => l.Most, (l, v) => l with { Most = v })
        {
            Description = "Highest power in W.",
            Default = l => 2 * l.Watts,
            DefaultText = "twice watts",
            IsRead = l => l.Watts > 1,
            IsWritten = l => l.Watts > 1,
        },
        new ValueField<Lamp, string>(
            "twin", Types.Name, l => l.Twin!, (l, v) => l with { Twin = v })
        {
            Description = "Another lamp, of an earlier list.",
            RefersTo = new(Names, "a lamp that is there"),
            IsWritten = l => l.Twin is not null,
        },
    ])
    {
        Uniques = [new("name", l => l.Name) { Key = Names, IsAlways = true }],
        Check = (fields, lamp, _) =>
        {
            if (fields.IsGood && lamp.Most < lamp.Watts && lamp.Watts > 1)
            {
                fields.Reject("most", "at least watts");
            }
        },
    };

    private static readonly Section<House> Houses = new("house", new House([]),
    [
        new ListField<House, Lamp>(
            "lamps", Section, h => h.Lamps, (_, v) => new House(v))
        {
            Description = "The lamps.",
            Most = 2,
        },
    ]);

    private static (House? House, IReadOnlyList<string> Errors) Read(string yaml)
    {
        var errors = new ErrorList("f");
        var house = Houses.Read(YamlTree.Read(yaml, errors)!, new ReadContext(errors), out _);
        return (house, [.. errors.InFileOrder().Select(e => e.ToString())]);
    }

    [Test]
    public void DefaultsComeFromTheBlankRecordAndFromFieldsBefore()
    {
        var (house, errors) = Read("lamps: [{ name: a, watts: 9 }, { name: b }]");
        Assert.That(errors, Is.Empty);
        Assert.That(house!.Lamps, Is.EqualTo(new Lamp[]
        {
            new() { Name = "a", Watts = 9, Most = 18 }, new() { Name = "b", Most = 80 },
        }));
    }

    [Test]
    public void WhatIsWrittenIsReadBack()
    {
        const string Text = "lamps:\n  - { name: a, watts: 9, most: 18 }\n"
            + "  - { name: b, watts: 1 }\n";
        var yaml = new StringBuilder();
        Houses.WriteLines(yaml, "", Read(Text).House!, isIndented: false);
        Assert.That(yaml.ToString(), Is.EqualTo(Text));
    }

    [TestCase("lamps: [{ watts: 9 }]", "f:1:9: name: expected a name of a-z")]
    [TestCase("lamps: [{ name: a, watts: 100 }]",
        "f:1:27: watts: expected a whole number between 1 and 99, found '100'")]
    [TestCase("lamps: [{ name: a, watts: 9, most: 8 }]",
        "f:1:36: most: expected at least watts, found '8'")]
    [TestCase("lamps: [{ name: a }, { name: a }]",
        "f:1:30: name: expected a value that is not used yet, found 'a' (first at line 1)")]
    [TestCase("lamps: [{ name: a, twin: z }]",
        "f:1:26: twin: expected a lamp that is there, found 'z'")]
    [TestCase("lamps: [{ name: a }, { name: b }, { name: c }]",
        "f:1:8: lamps: expected at most 2, found 3")]
    [TestCase("lamps: [{ name: a, wats: 9 }]",
        "f:1:20: lamp: expected one of name, watts, most, twin, found 'wats'; did you mean watts?")]
    public void WhatIsWrongHasAPlace(string yaml, string error) =>
        Assert.That(Read(yaml).Errors.Single(), Does.StartWith(error));

    [Test]
    public void ItDescribesItself()
    {
        var lamps = Houses.Describe().Fields.Single();
        Assert.That((lamps.Shape, lamps.Most), Is.EqualTo((FieldShape.Maps, 2)));
        Assert.That(lamps.Section!.Fields.Select(f => (f.Name, f.IsRequired, f.Default)),
            Is.EqualTo(new[]
            {
                ("name", true, ""), ("watts", false, "40"), ("most", false, "twice watts"),
                ("twin", false, ""),
            }));
    }
}
