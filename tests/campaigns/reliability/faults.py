"""Injects errors of the file system into a process: compiles faults.c once and controls it through a mapped file."""

import mmap
import os
import struct
import subprocess
import tempfile

READS, WRITES, FLUSHES, OPENS, NAMES = 1, 2, 4, 8, 16
ALL = READS | WRITES | FLUSHES | OPENS | NAMES
_COUNT, _FIRST, _LENGTH, _ERROR, _KINDS, _FAILED = range(0, 48, 8)


class Faults:
    """Errors below one folder. ``environment`` goes to the process that is to see them."""

    def __init__(self, root):
        self._folder = tempfile.TemporaryDirectory(prefix="faults-")
        library = os.path.join(self._folder.name, "faults.so")
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "faults.c")
        subprocess.run(["cc", "-shared", "-fPIC", "-O2", "-o", library, source, "-ldl"], check=True)
        control = os.path.join(self._folder.name, "control")
        with open(control, "wb") as file:
            file.write(bytes(48))
        with open(control, "r+b") as file:
            self._map = mmap.mmap(file.fileno(), 48)
        self.environment = {"LD_PRELOAD": library, "FAULT_CONTROL": control, "FAULT_ROOT": os.path.abspath(root)}
        self._put(_KINDS, ALL)

    def _put(self, at, value):
        struct.pack_into("<q", self._map, at, value)

    def _get(self, at):
        return struct.unpack_from("<q", self._map, at)[0]

    @property
    def count(self):
        """Operations seen so far."""
        return self._get(_COUNT)

    @property
    def failed(self):
        """Operations that were made to fail."""
        return self._get(_FAILED)

    def fail(self, nth, length=1, error=5, kinds=ALL):
        """Lets the n-th operation from now on fail, and as many after it as make up the length. 5 is EIO, 28 ENOSPC."""
        self._put(_FIRST, 0)
        self._put(_KINDS, kinds)
        self._put(_ERROR, error)
        self._put(_LENGTH, length)
        self._put(_COUNT, 0)
        self._put(_FIRST, nth)

    def stop(self):
        """Lets nothing fail any more."""
        self._put(_FIRST, 0)
