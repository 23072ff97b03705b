namespace SmartNic.Hls.Front;

/// <summary>
/// Every kind of operation that Roslyn has is decided here: it is evaluated, with each of its
/// properties, or it is rejected. A test compares the lists with Roslyn's own; one that only a
/// newer Roslyn knows is rejected.
/// </summary>
internal static class Operations
{
    /// <summary>Kinds that have a meaning, by interface, with the properties that were looked
    /// at.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Evaluated = Lists(
        "MethodBody: BlockBody ExpressionBody",
        "ConstructorBody: Locals Initializer BlockBody ExpressionBody",
        "Block: Operations Locals",
        "ExpressionStatement: Operation",
        "VariableDeclarationGroup: Declarations",
        "VariableDeclaration: Declarators Initializer IgnoredDimensions",
        "VariableDeclarator: Symbol Initializer IgnoredArguments",
        "VariableInitializer: Value Locals",
        "FieldInitializer: InitializedFields Value Locals",
        "Conditional: Condition WhenTrue WhenFalse IsRef",
        "Switch: Locals Value Cases ExitLabel",
        "SwitchCase: Clauses Body Locals",
        "CaseClause: CaseKind Label",
        "SwitchExpression: Value Arms IsExhaustive",
        "SwitchExpressionArm: Pattern Guard Value Locals",
        "Loop: LoopKind Body Locals ContinueLabel ExitLabel",
        "Return: ReturnedValue",
        "Branch: Target BranchKind",
        "Empty:",
        "Literal:",
        "Parenthesized: Operand",
        "LocalReference: Local IsDeclaration",
        "ParameterReference: Parameter",
        "InstanceReference: ReferenceKind",
        "FieldReference: Field IsDeclaration",
        "PropertyReference: Property Arguments",
        "InlineArrayAccess: Instance Argument",
        "DefaultValue:",
        "Conversion: Operand OperatorMethod Conversion IsTryCast IsChecked ConstrainedToType",
        "Unary: OperatorKind Operand IsLifted IsChecked OperatorMethod ConstrainedToType",
        "Binary: OperatorKind LeftOperand RightOperand IsLifted IsChecked IsCompareText "
            + "OperatorMethod ConstrainedToType",
        "TupleBinary: OperatorKind LeftOperand RightOperand",
        "Tuple: Elements NaturalType",
        "IsPattern: Value Pattern",
        "SimpleAssignment: IsRef",
        "CompoundAssignment: InConversion OutConversion OperatorKind IsLifted IsChecked "
            + "OperatorMethod ConstrainedToType",
        "DeconstructionAssignment:",
        "Decrement:",
        "Increment: IsPostfix IsLifted IsChecked Target OperatorMethod ConstrainedToType",
        "DeclarationExpression: Expression",
        "Discard: DiscardSymbol",
        "ObjectCreation: Constructor Initializer Arguments",
        "ObjectOrCollectionInitializer: Initializers",
        "With: Operand CloneMethod Initializer",
        "Invocation: TargetMethod ConstrainedToType Instance IsVirtual Arguments",
        "Argument: ArgumentKind Parameter Value InConversion OutConversion",
        "DiscardPattern:",
        "ConstantPattern: Value",
        "RelationalPattern: OperatorKind Value",
        "NegatedPattern: Pattern",
        "BinaryPattern: OperatorKind LeftPattern RightPattern",
        "DeclarationPattern: MatchedType MatchesNull DeclaredSymbol",
        "RecursivePattern: MatchedType DeconstructSymbol DeconstructionSubpatterns "
            + "PropertySubpatterns DeclaredSymbol");

    /// <summary>Kinds that are rejected where they are met.</summary>
    public static readonly IReadOnlySet<string> Rejected = new HashSet<string>((
        "None Invalid Labeled Lock Try Using Stop YieldBreak YieldReturn End RaiseEvent "
        + "LocalFunction ArrayElementReference MethodReference EventReference "
        + "AnonymousFunction DelegateCreation DynamicMemberReference DynamicInvocation "
        + "DynamicIndexerAccess DynamicObjectCreation TranslatedQuery IsType Await "
        + "TypeOf SizeOf AddressOf NameOf Throw Coalesce CoalesceAssignment ConditionalAccess "
        + "ConditionalAccessInstance InterpolatedString InterpolatedStringText Interpolation "
        + "EventAssignment TypeParameterObjectCreation ArrayCreation ArrayInitializer "
        + "AnonymousObjectCreation MemberInitializer PropertyInitializer ParameterInitializer "
        + "OmittedArgument CatchClause FlowCapture FlowCaptureReference "
        + "IsNull CaughtException StaticLocalInitializationSemaphore FlowAnonymousFunction Range "
        + "ReDim ReDimClause PropertySubpattern UsingDeclaration TypePattern "
        + "InterpolatedStringHandlerCreation InterpolatedStringAddition "
        + "InterpolatedStringAppendLiteral InterpolatedStringAppendFormatted "
        + "InterpolatedStringAppendInvalid InterpolatedStringHandlerArgumentPlaceholder "
        + "FunctionPointerInvocation ListPattern SlicePattern ImplicitIndexerReference Utf8String "
        + "Attribute CollectionExpression Spread CollectionElementInitializer "
        + "CollectionExpressionElementsPlaceholder")
        .Split(' '));

    private static Dictionary<string, string[]> Lists(params string[] lines) => lines
        .Select(l => l.Split(':')).ToDictionary(l => l[0],
            l => l[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
