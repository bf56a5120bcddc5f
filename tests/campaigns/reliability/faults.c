/* Fails the n-th file operation below a folder. Loaded into a process with LD_PRELOAD; told what to do through a small
   file that both sides map: operations so far, the first one that fails, how many fail in a row, the error, the kinds.

   Counted are the calls of libc by which .NET and SQLite reach a disk. Reads through mapped memory cannot be failed so. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { READS = 1, WRITES = 2, FLUSHES = 4, OPENS = 8, NAMES = 16 };
enum { MAX_FD = 65536 };

struct control { _Atomic int64_t count, first, length, error, kinds, failed; };

static struct control *control;
static const char *root;
static size_t root_length;
static _Atomic char watched[MAX_FD];

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("FAULT_CONTROL");
    root = getenv("FAULT_ROOT");
    if (path == NULL || root == NULL) return;
    root_length = strlen(root);
    int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
    int fd = real(path, O_RDWR);
    if (fd < 0) return;
    void *map = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    if (map != MAP_FAILED) control = map;
}

static int below(const char *path) {
    char full[PATH_MAX];
    if (control == NULL || path == NULL) return 0;
    if (path[0] != '/') {
        char folder[PATH_MAX / 2];
        if (getcwd(folder, sizeof folder) == NULL) return 0;
        snprintf(full, sizeof full, "%s/%.2000s", folder, path);
        path = full;
    }
    return strncmp(path, root, root_length) == 0;
}

static int is_watched(int fd) { return control != NULL && fd >= 0 && fd < MAX_FD && watched[fd]; }

/* Whether this operation is to fail; sets errno. */
static int fails(int kind) {
    if ((control->kinds & kind) == 0) return 0;
    int64_t n = atomic_fetch_add(&control->count, 1) + 1, first = control->first;
    if (first == 0 || n < first || n >= first + control->length) return 0;
    atomic_fetch_add(&control->failed, 1);
    errno = (int)control->error;
    return 1;
}

#define REAL(name) static __typeof__(&name) real; if (real == NULL) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define OPEN(name)                                                              \
    int name(const char *path, int flags, ...) {                                \
        REAL(name);                                                             \
        mode_t mode = 0;                                                        \
        if (flags & (O_CREAT | O_TMPFILE)) { va_list a; va_start(a, flags); mode = va_arg(a, mode_t); va_end(a); } \
        int in = below(path);                                                   \
        if (in && fails(OPENS)) return -1;                                      \
        int fd = real(path, flags, mode);                                       \
        if (fd >= 0 && fd < MAX_FD) watched[fd] = (char)in;                     \
        return fd;                                                              \
    }
OPEN(open)
OPEN(open64)

#define FD_CALL(type, name, kind, parameters, arguments)                        \
    type name parameters { REAL(name); if (is_watched(fd) && fails(kind)) return -1; return real arguments; }
FD_CALL(ssize_t, read, READS, (int fd, void *b, size_t n), (fd, b, n))
FD_CALL(ssize_t, pread, READS, (int fd, void *b, size_t n, off_t o), (fd, b, n, o))
FD_CALL(ssize_t, pread64, READS, (int fd, void *b, size_t n, off64_t o), (fd, b, n, o))
FD_CALL(ssize_t, preadv, READS, (int fd, const struct iovec *v, int n, off_t o), (fd, v, n, o))
FD_CALL(ssize_t, write, WRITES, (int fd, const void *b, size_t n), (fd, b, n))
FD_CALL(ssize_t, pwrite, WRITES, (int fd, const void *b, size_t n, off_t o), (fd, b, n, o))
FD_CALL(ssize_t, pwrite64, WRITES, (int fd, const void *b, size_t n, off64_t o), (fd, b, n, o))
FD_CALL(ssize_t, pwritev, WRITES, (int fd, const struct iovec *v, int n, off_t o), (fd, v, n, o))
FD_CALL(int, ftruncate, WRITES, (int fd, off_t n), (fd, n))
FD_CALL(int, ftruncate64, WRITES, (int fd, off64_t n), (fd, n))
FD_CALL(int, fsync, FLUSHES, (int fd), (fd))
FD_CALL(int, fdatasync, FLUSHES, (int fd), (fd))

#define PATH_CALL(name, parameters, arguments, path)                            \
    int name parameters { REAL(name); if (below(path) && fails(NAMES)) return -1; return real arguments; }
PATH_CALL(rename, (const char *from, const char *to), (from, to), to)
PATH_CALL(unlink, (const char *path), (path), path)
PATH_CALL(mkdir, (const char *path, mode_t mode), (path, mode), path)
PATH_CALL(rmdir, (const char *path), (path), path)

int close(int fd) {
    REAL(close);
    if (fd >= 0 && fd < MAX_FD) watched[fd] = 0;
    return real(fd);
}
