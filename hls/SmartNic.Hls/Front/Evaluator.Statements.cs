using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmartNic.Hls.Front;

internal sealed partial class Evaluator
{
    private const int UnrollLimit = 1024;

    /// <summary>Turns of a loop whose condition the packet decides.</summary>
    private const int OpenLimit = 256;

    private void Run(IOperation? operation)
    {
        if (operation == null) return;
        Visit(operation);
        switch (operation)
        {
            case IMethodBodyOperation body:
                Run(body.BlockBody ?? body.ExpressionBody);
                break;
            case IConstructorBodyOperation body:
                Run(body.Initializer);
                Run(body.BlockBody ?? body.ExpressionBody);
                break;
            case IBlockOperation block:
                Sequence(block.Operations, 0);
                break;
            case IExpressionStatementOperation statement:
                if (statement.Operation is IInvocationOperation { TargetMethod: var moved }
                    && TypeLayout.IsWindow(moved.ContainingType) && moved.Name is "Skip" or "Push")
                    throw Diagnostics.MoveDropped(moved.Name, statement.Operation);
                Evaluate(statement.Operation, discard: true);
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (var d in group.Declarations.SelectMany(d => d.Declarators)) Declare(d);
                break;
            case IConditionalOperation conditional:
                Branch(Condition(conditional.Condition),
                    () => Run(conditional.WhenTrue), () => Run(conditional.WhenFalse));
                break;
            case ISwitchOperation choice:
                Switch(choice);
                break;
            case IForLoopOperation loop:
                foreach (var before in loop.Before) Run(before);
                Loop(loop, loop.Condition, true, loop.AtLoopBottom);
                break;
            case IWhileLoopOperation { ConditionIsUntil: false } loop:
                Loop(loop, loop.Condition, loop.ConditionIsTop, []);
                break;
            case IReturnOperation { Kind: OperationKind.Return } result:
                if (result.ReturnedValue is { } value) _scope.Result = Evaluate(value);
                _scope.Returned = graph.Bit(true);
                break;
            case IBranchOperation { BranchKind: BranchKind.Break }:
                _scope.Broken = graph.Bit(true);
                break;
            case IBranchOperation { BranchKind: BranchKind.Continue }:
                _scope.Continued = graph.Bit(true);
                break;
            case IEmptyOperation:
                break;
            default:
                throw Diagnostics.StatementNotSupported(operation);
        }
    }

    private void Declare(IVariableDeclaratorOperation declarator)
    {
        if (declarator.Symbol.RefKind != RefKind.None) throw Diagnostics.RefNotSupported(
            declarator);
        var type = Close(declarator.Symbol.Type);
        if (TypeLayout.ScalarWidth(type) == null && !TypeLayout.IsWindow(type)
            && !TypeLayout.IsMemory(type)) TypeLayout.Fields(type, declarator);
        var initial = declarator.Initializer?.Value
            ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer?.Value;
        _scope.Variables[declarator.Symbol] = initial != null
            ? Name(Evaluate(initial), declarator.Symbol.Name) : Default(type, declarator);
    }

    /// <summary>Once an exit is symbolic, the rest runs in one fork of the scope.</summary>
    private void Sequence(IReadOnlyList<IOperation> operations, int from)
    {
        for (int i = from; i < operations.Count; i++)
        {
            if (_scope.Stopped.IsOne) return;
            if (!_scope.Stopped.IsConstant)
            {
                int rest = i;
                WhileRunning(() => Sequence(operations, rest));
                return;
            }
            Run(operations[i]);
        }
    }

    private void WhileRunning(Action rest) => Branch(_scope.Stopped, () =>
    {
        if (_scope.Broken.IsZero && _scope.Continued.IsZero) _scope.Returned = graph.Bit(true);
    }, () =>
    {
        _scope.Returned = _scope.Broken = _scope.Continued = graph.Bit(false);
        rest();
    });

    private void Loop(
        ILoopOperation loop, IOperation? condition, bool testFirst,
            IReadOnlyList<IOperation> bottom)
    {
        string path = _scope.Path;
        Turns(loop, condition, testFirst, bottom, 0, path);
        _scope.Broken = graph.Bit(false);
        _scope.Path = path;
    }

    private void Turns(ILoopOperation loop, IOperation? condition, bool testFirst,
        IReadOnlyList<IOperation> bottom, int turn, string path)
    {
        for (; ; turn++, testFirst = true)
        {
            if (testFirst && condition != null)
            {
                var go = Condition(condition);
                if (_scope.Facts.Decide(go) is not { } runs)
                {
                    if (turn >= OpenLimit) throw Diagnostics.LoopNotConstant(condition);
                    int here = turn;
                    Branch(go, () => Turns(loop, condition, false, bottom, here, path), () => { });
                    return;
                }
                if (!runs) return;
            }
            if (turn == UnrollLimit) throw Diagnostics.LoopTooLong(UnrollLimit, loop);
            _scope.Path = $"{path}#{turn}";
            Run(loop.Body);
            _scope.Continued = graph.Bit(false);
            if (_scope.Stopped.IsOne) return;
            if (!_scope.Stopped.IsConstant)
            {
                int next = turn + 1;
                WhileRunning(() =>
                {
                    foreach (var step in bottom) Run(step);
                    Turns(loop, condition, true, bottom, next, path);
                });
                return;
            }
            foreach (var step in bottom) Run(step);
        }
    }
}
