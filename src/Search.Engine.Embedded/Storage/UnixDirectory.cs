using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Search.Engine.Embedded;

/// <summary>Opens a directory for flushing; <see cref="File.OpenHandle"/> refuses directories.</summary>
internal static partial class UnixDirectory
{
    private const int ReadOnly = 0;

    public static SafeFileHandle Open(string path)
    {
        var descriptor = OpenFile(path, ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"{path}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
        }

        return new SafeFileHandle(descriptor, ownsHandle: true);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int OpenFile(string path, int flags);
}
