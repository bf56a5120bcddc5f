using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Search.Store;

/// <summary>Tells pipes, sockets and terminals from files: whoever opens one of them may wait for ever.</summary>
public static partial class SpecialFiles
{
    /// <summary>ENXIO.</summary>
    private const int NoDevice = 6;

    /// <summary>Read only, and without waiting for who writes: O_NONBLOCK of Linux and of the other Unix systems.</summary>
    private static readonly int NotWaiting = OperatingSystem.IsLinux() ? 0x800 : 0x4;

    /// <summary>Whether a path leads to one of them. Never waits; on Windows no path does.</summary>
    /// <param name="path">What exists; a link is followed.</param>
    public static bool Is(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        var descriptor = Open(path, NotWaiting);
        if (descriptor < 0)
        {
            return Marshal.GetLastPInvokeError() is NoDevice; // a socket; a file that may not be read is a file all the same
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        return !stream.CanSeek;
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Open(string path, int flags);
}
