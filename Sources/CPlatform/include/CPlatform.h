// System calls that Swift's Glibc module doesn't offer. Nothing else belongs in here.
#pragma once

/// Exchanges two paths of one file system in a single step (renameat2 with RENAME_EXCHANGE).
/// Returns 0, or the errno: EINVAL and ENOSYS where the file system or the kernel can't.
int amparo_exchange(const char *left, const char *right);

/// The same with two names in one open folder.
int amparo_exchange_in(int folder, const char *left, const char *right);

/// Writes everything that waits for the file system of an open file to its disk (syncfs).
/// Returns 0, or the errno.
int amparo_flush_file_system(int descriptor);
