using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SmartNic.Hls.Front;

/// <summary>
/// What C# hides behind short forms: accessors, copies of receivers, initialisers, generated
/// members. Each question has one answer here, and what is none of the plain cases is rejected.
/// </summary>
internal static class Meaning
{
    /// <summary>A property that is only its field: no accessor has a body.</summary>
    public static bool IsAuto(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.Length == 1
        && property.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            ParameterSyntax => true,
            PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } list } =>
                list.Accessors.All(a => a.Body == null && a.ExpressionBody == null),
            _ => false,
        };

    /// <summary>A call on it changes it; on anything else C# calls on a copy.</summary>
    public static bool IsVariable(IOperation receiver, IMethodSymbol within) => receiver switch
    {
        ILocalReferenceOperation l => l.Local.RefKind == RefKind.None && !l.Local.IsConst,
        IParameterReferenceOperation p => p.Parameter.RefKind
            is RefKind.None or RefKind.Ref or RefKind.Out,
        IInstanceReferenceOperation => !within.IsReadOnly && !within.ContainingType.IsReadOnly
            || within.MethodKind == MethodKind.Constructor,
        IFieldReferenceOperation { Instance: { } instance } f => (!f.Field.IsReadOnly
            || within.MethodKind == MethodKind.Constructor
                && instance is IInstanceReferenceOperation) && IsVariable(instance, within),
        IInlineArrayAccessOperation a => IsVariable(a.Instance, within),
        IParenthesizedOperation p => IsVariable(p.Operand, within),
        _ => false,
    };

    /// <summary>Fields or properties with initialisers, which constructors run first.</summary>
    public static bool HasInitialisers(INamedTypeSymbol type) => type.GetMembers()
        .Where(m => !m.IsStatic).SelectMany(m => m.DeclaringSyntaxReferences)
        .Any(r => r.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null }
            or PropertyDeclarationSyntax { Initializer: not null });

    /// <summary>A record whose equality is the generated one, field by field.</summary>
    public static bool HasPlainEquality(ITypeSymbol type) => !type.GetMembers("Equals")
        .OfType<IMethodSymbol>().Any(m => !m.IsImplicitlyDeclared);

    /// <summary>A type whose bits do not lie one field after the other.</summary>
    public static bool HasLayout(ITypeSymbol type) => type.GetAttributes().Any(a =>
        a.AttributeClass?.Name == "StructLayoutAttribute"
            && a.ConstructorArguments is [{ Value: { } kind }, ..]
            && System.Convert.ToInt32(kind) == (int)System.Runtime.InteropServices.LayoutKind
                .Explicit);

    /// <summary>Elements of an inline array; null when it is none.</summary>
    public static int? InlineLength(ITypeSymbol type) => type.GetAttributes()
        .FirstOrDefault(a => a.AttributeClass?.Name == "InlineArrayAttribute")
        ?.ConstructorArguments[0].Value as int?;

    /// <summary>A method that C# may leave out, or replaces.</summary>
    public static bool IsReplaced(IMethodSymbol method) => method.ReturnsByRef
        || method.ReturnsByRefReadonly || method.IsAsync || method.IsExtern
        || method.GetAttributes().Any(a => a.AttributeClass?.Name is "ConditionalAttribute"
            or "UnsafeAccessorAttribute");

    /// <summary>A static constructor or a generic type: when it runs, and which, is not followed.
    /// </summary>
    public static bool HasPlainStatics(INamedTypeSymbol type) => !type.IsGenericType
        && type.StaticConstructors.All(c => c.IsImplicitlyDeclared);
}
