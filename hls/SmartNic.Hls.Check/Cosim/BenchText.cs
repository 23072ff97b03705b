using System.Text;
using SmartNic.Hls.Check.Stimulus;
using SmartNic.Hls.Emit;
using SmartNic.Hls.Ir;
using TypeLayout = SmartNic.Hls.Front.TypeLayout;

namespace SmartNic.Hls.Check.Cosim;

/// <summary>The Verilog and the C++ around a kernel or a stage: its memories, and the loop that
/// feeds it.</summary>
internal sealed partial class BenchText(Subject subject)
{
    private readonly Design _design = subject.Design;
    private readonly WordLayout _inputs = WordLayout.Inputs(subject.Design);
    private readonly WordLayout _outputs = WordLayout.Outputs(subject.Design);

    /// <summary>Clocks in which the updates of the last packet reach their memories.</summary>
    private const int Drain = 12;

    // At least two words of 64 bits, so that Verilator's port is always an array.
    private int InWords => Math.Max(2, _inputs.Words);

    private int OutWords => Math.Max(2, _outputs.Words);

    /// <summary>Words of the widest entry or state, with its key.</summary>
    public int HostWords => Math.Max(2, _design.Memories.Select(
        m => (DataWidth(m) + 63) / 64 + (m.KeyBits == null ? 0 : 4)).Append(0).Max());

    /// <summary>The ports that a trace holds.</summary>
    public IReadOnlyList<ShownPort> Shown => subject.Shown(_inputs, _outputs);

    /// <summary>Where each of them is in the words of a clock.</summary>
    public WordLayout Trace => new(Shown.Select(p => (p.Name, p.Width)));

    private int TraceWords => Math.Max(2, Trace.Words);

    /// <summary>Bits of a vector that are a port.</summary>
    public static string Bits(string vector, WordPort port) =>
        $"{vector}[{port.At * 64} +: {port.Width}]";

    /// <summary>The module <c>top</c>: the kernel or stage with its memories.</summary>
    public string Verilog()
    {
        var text = new StringBuilder($"""
            module top (input clk, input rst, input in_valid, output out_valid,
              input host_valid, input host_write, input [31:0] host_memory, input [31:0] host_addr,
              output host_done, input [{HostWords * 64 - 1}:0] host_in,
              output [{HostWords * 64 - 1}:0] host_data,
              input [{InWords * 64 - 1}:0] i, output [{OutWords * 64 - 1}:0] o,
              output [{TraceWords * 64 - 1}:0] t);

            """);
        foreach (var (name, _, width) in subject.Accesses.SelectMany(StageEmitter.MemoryPorts))
            text.Append($"wire [{width - 1}:0] {name};\n");
        for (int n = 0; n < _design.Memories.Count; n++)
        {
            if (_design.Memories[n].Kind == CallKind.Update) Shell(text, _design.Memories[n], n);
            else Table(text, _design.Memories[n], n);
        }
        string done = string.Concat(_design.Memories.Select(m => $"{m.Name}_done | "));
        string data = string.Concat(_design.Memories.Where(m => m.Kind == CallKind.Update).Select(
            m => $"({m.Name}_done ? {m.Name}_data : 0) | "));
        text.Append($"assign host_done = {done}1'b0;\nassign host_data = {data}0;\n");
        subject.Emit(text, _inputs, _outputs);
        foreach (var (port, at) in Shown.Zip(Trace.Ports))
            text.Append($"assign {Bits("t", at)} = {port.Signal};\n");
        return text.Append("endmodule\n").ToString();
    }

    /// <summary>The shim: feeds vectors with gaps, collects what leaves with out_valid.</summary>
    public string Shim() => $$"""
        // Between packets the inputs are noise. Gaps come in phases: none, some, many.
        #include "Vtop.h"
        #include "verilated.h"
        #include <cstdint>
        #include <cstring>
        #include <vector>
        static uint64_t noise = 1;
        static uint64_t next() {
          noise ^= noise << 13; noise ^= noise >> 7; noise ^= noise << 17;
          return noise;
        }
        static void clock(Vtop* top) { top->clk = 0; top->eval(); top->clk = 1; top->eval(); }
        extern "C" void* snic_open(uint64_t seed) {
          noise = seed * 2 + 1;
          Vtop* top = new Vtop;
          top->rst = 1; top->in_valid = 0; top->host_valid = 0; top->host_write = 0;
          clock(top); clock(top);
          top->rst = 0;
          return top;
        }
        extern "C" void snic_close(void* model) { delete static_cast<Vtop*>(model); }
        // A memory, written or read by its host; false if it never answers.
        extern "C" int32_t snic_host(void* model, uint32_t write, uint32_t memory, uint32_t addr,
            uint64_t* data) {
          Vtop* top = static_cast<Vtop*>(model);
          top->in_valid = 0; top->host_valid = 1; top->host_write = write;
          memcpy(&top->host_in[0], data, {{HostWords * 8}});
          top->host_memory = memory; top->host_addr = addr;
          bool done = false;
          for (int n = 0; n < 64 && !done; n++) {
            clock(top);
            done = top->host_done;
          }
          memcpy(data, &top->host_data[0], {{HostWords * 8}});
          top->host_valid = 0; top->host_write = 0;
          clock(top);
          return done;
        }
        // Returns the number of packets that came out; more than `n` are not stored. Of the last
        // run it keeps the ports in every clock, and the clock in which each packet began.
        static std::vector<uint64_t> trace;
        static std::vector<int64_t> begun;
        extern "C" int64_t snic_begun(int64_t packet) { return begun[packet]; }
        extern "C" int32_t snic_clock(int64_t at, uint64_t* words) {
          if (at < 0 || at >= (int64_t)(trace.size() / {{TraceWords}})) return 0;
          memcpy(words, &trace[at * {{TraceWords}}], {{TraceWords * 8}});
          return 1;
        }
        extern "C" int64_t snic_run(void* model, const uint64_t* in, int64_t n, uint64_t* out) {
          Vtop* top = static_cast<Vtop*>(model);
          int64_t fed = 0, taken = 0;
          trace.clear();
          begun.clear();
          unsigned gap = 0;
          for (int left = {{subject.Latency + Drain}}; left > 0;) {
            uint64_t r = next();
            if ((r & 63) == 0) gap = (r >> 8) & 3;
            bool go = fed < n && ((r >> 32) & 3) >= gap;
            top->in_valid = go;
            if (go) {
              begun.push_back(trace.size() / {{TraceWords}});
              memcpy(&top->i[0], in + fed++ * {{_inputs.Words}}, {{_inputs.Words * 8}});
            } else for (int w = 0; w < {{InWords * 2}}; w++) top->i[w] = (uint32_t)next();
            if (!go && fed == n) left--;
            top->clk = 0;
            top->eval();
            trace.resize(trace.size() + {{TraceWords}});
            memcpy(&trace[trace.size() - {{TraceWords}}], &top->t[0], {{TraceWords * 8}});
            top->clk = 1;
            top->eval();
            if (!top->out_valid) continue;
            if (taken < n)
              memcpy(out + taken * {{_outputs.Words}}, &top->o[0], {{_outputs.Words * 8}});
            taken++;
          }
          return taken;
        }

        """;
}
