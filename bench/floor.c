// The least that any compiler of these files can cost: cmark-gfm alone, over every Markdown file of a folder.
//   floor PROCESSES parse FOLDER        read and parse each
//   floor PROCESSES write FOLDER OUT    read, parse and render each, and write its HTML into OUT
// Each process takes its share of the files; cmark-gfm keeps global tables, so that threads would race.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char **paths;
static size_t path_count;

static void fail(const char *what) {
  perror(what);
  exit(2);
}

static int take(const char *path, const struct stat *info, int kind, struct FTW *place) {
  (void)info;
  (void)place;
  const size_t length = strlen(path);
  if (kind != FTW_F || length < 3 || strcmp(path + length - 3, ".md") != 0) return 0;
  if (path_count % 1024 == 0) paths = realloc(paths, (path_count + 1024) * sizeof *paths);
  if (!paths || !(paths[path_count++] = strdup(path))) fail("memory");
  return 0;
}

static char *read_file(const char *path, size_t *size) {
  const int file = open(path, O_RDONLY | O_CLOEXEC);
  struct stat info;
  if (file < 0 || fstat(file, &info) != 0) fail(path);
  char *bytes = malloc((size_t)info.st_size + 1);
  if (!bytes || read(file, bytes, (size_t)info.st_size) != info.st_size) fail(path);
  close(file);
  *size = (size_t)info.st_size;
  return bytes;
}

static void write_file(const char *folder, size_t number, const char *bytes) {
  char path[4096];
  if (snprintf(path, sizeof path, "%s/%zu.html", folder, number) >= (int)sizeof path) fail(folder);
  const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  const size_t size = strlen(bytes);
  if (file < 0 || write(file, bytes, size) != (ssize_t)size || close(file) != 0) fail(path);
}

// The extensions and options that runbookc parses with.
static cmark_node *parse(const char *bytes, size_t size, cmark_llist **extensions, cmark_parser **parser) {
  static const char *const names[] = {"table", "strikethrough", "tasklist"};
  *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
  for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
    cmark_parser_attach_syntax_extension(*parser, cmark_find_syntax_extension(names[i]));
  }
  *extensions = cmark_parser_get_syntax_extensions(*parser);
  cmark_parser_feed(*parser, bytes, size);
  return cmark_parser_finish(*parser);
}

static void run_share(size_t share, size_t shares, const char *out) {
  for (size_t i = share; i < path_count; i += shares) {
    size_t size = 0;
    char *bytes = read_file(paths[i], &size);
    cmark_llist *extensions = NULL;
    cmark_parser *parser = NULL;
    cmark_node *document = parse(bytes, size, &extensions, &parser);
    if (out) {
      char *html = cmark_render_html(document, CMARK_OPT_FOOTNOTES, extensions);
      write_file(out, i, html);
      free(html);
    }
    cmark_node_free(document);
    cmark_parser_free(parser);
    free(bytes);
  }
}

static bool run_all(size_t processes, const char *out) {
  for (size_t share = 0; share < processes; ++share) {
    const pid_t child = fork();
    if (child < 0) fail("fork");
    if (child == 0) {
      run_share(share, processes, out);
      _exit(0);
    }
  }
  bool good = true;
  int status = 0;
  while (wait(&status) > 0) good = good && status == 0;
  return good;
}

int main(int argc, char **argv) {
  const bool writes = argc == 5 && strcmp(argv[2], "write") == 0;
  const bool parses = argc == 4 && strcmp(argv[2], "parse") == 0;
  const int processes = argc > 1 ? atoi(argv[1]) : 0;
  if ((!writes && !parses) || processes < 1) {
    fputs("usage: floor PROCESSES parse FOLDER | floor PROCESSES write FOLDER OUT\n", stderr);
    return 2;
  }
  cmark_gfm_core_extensions_ensure_registered();
  if (nftw(argv[3], take, 32, FTW_PHYS) != 0) fail(argv[3]);
  if (path_count == 0) {
    fputs("no .md files there\n", stderr);
    return 2;
  }
  return run_all((size_t)processes, writes ? argv[4] : NULL) ? 0 : 1;
}
