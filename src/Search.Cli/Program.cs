using System.Runtime.InteropServices;
using Search.Cli;
using Search.Store;
DurableFiles.KeepPrivate();
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl-C lets the file in work finish its transaction; the second one ends the process.
    pressed.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};
// A service manager asks with SIGTERM, once; what it sends when it has waited too long cannot be caught anyway.
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    stop.Cancel();
});
Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await SearchProgram.RunAsync(args, Console.Out, Console.Error, stop.Token);
