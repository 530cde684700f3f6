// The floor: what any program must do that turns these pages into HTML with cmark-gfm. Reads
// modules/*/en.md, skips front matter, parses with tables and task lists (the two extensions that
// may run in several threads), renders, writes one file per page.
//
// floor CONTENT OUTPUT THREADS
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <dirent.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static char **names;
static size_t count;
static const char *content, *output;
static atomic_size_t next_page;
static atomic_int failures;

static char *read_file(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  struct stat status;
  if (!file || fstat(fileno(file), &status) != 0) return NULL;
  char *bytes = malloc((size_t)status.st_size + 1);
  *size = fread(bytes, 1, (size_t)status.st_size, file);
  bytes[*size] = 0;
  fclose(file);
  return bytes;
}

static void page(const char *name, cmark_syntax_extension **extensions) {
  char path[4096];
  size_t size = 0;
  snprintf(path, sizeof path, "%s/modules/%s/en.md", content, name);
  char *bytes = read_file(path, &size);
  if (!bytes) {
    failures++;
    return;
  }
  char *body = strncmp(bytes, "---\n", 4) == 0 ? strstr(bytes + 4, "\n---\n") : NULL;
  body = body ? body + 5 : bytes;
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
  for (int i = 0; i < 2; i++) cmark_parser_attach_syntax_extension(parser, extensions[i]);
  cmark_parser_feed(parser, body, size - (size_t)(body - bytes));
  cmark_node *root = cmark_parser_finish(parser);
  char *html = cmark_render_html(root, CMARK_OPT_FOOTNOTES, cmark_parser_get_syntax_extensions(parser));
  snprintf(path, sizeof path, "%s/%s.html", output, name);
  FILE *file = fopen(path, "wb");
  if (!file || fwrite(html, 1, strlen(html), file) != strlen(html)) failures++;
  if (file) fclose(file);
  free(html);
  cmark_node_free(root);
  cmark_parser_free(parser);
  free(bytes);
}

static void *work(void *unused) {
  cmark_syntax_extension *extensions[2] = {cmark_find_syntax_extension("table"),
                                           cmark_find_syntax_extension("tasklist")};
  for (size_t i; (i = atomic_fetch_add(&next_page, 1)) < count;) page(names[i], extensions);
  return unused;
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  content = argv[1];
  output = argv[2];
  char path[4096];
  snprintf(path, sizeof path, "%s/modules", content);
  DIR *folder = opendir(path);
  if (!folder || mkdir(output, 0777) != 0) return 1;
  size_t room = 0;
  for (struct dirent *entry; (entry = readdir(folder));) {
    if (entry->d_name[0] == '.') continue;
    if (count == room) names = realloc(names, (room = room * 2 + 1024) * sizeof *names);
    names[count++] = strdup(entry->d_name);
  }
  closedir(folder);
  cmark_gfm_core_extensions_ensure_registered();
  int threads = atoi(argv[3]);
  pthread_t others[64];
  for (int i = 1; i < threads && i < 64; i++) pthread_create(&others[i], NULL, work, NULL);
  work(NULL);
  for (int i = 1; i < threads && i < 64; i++) pthread_join(others[i], NULL);
  return failures ? 1 : 0;
}
