#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int amparo_exchange(const char *left, const char *right) {
  return renameat2(AT_FDCWD, left, AT_FDCWD, right, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int amparo_exchange_in(int folder, const char *left, const char *right) {
  return renameat2(folder, left, folder, right, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int amparo_flush_file_system(int descriptor) {
  return syncfs(descriptor) == 0 ? 0 : errno;
}
