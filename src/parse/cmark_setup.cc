#include "parse/cmark_setup.h"

#include <array>

#include "parse/cmark_memory.h"

// cmark-gfm keeps the characters that start an inline extension in a global table, to which every
// parse adds before its inline phase and from which it removes afterwards: a data race between
// threads, and wrong trees. The linker redirects both calls to these (cmake/dependencies.cmake);
// the table is filled once, before the first parse, and then only read.
// The linker gives the names.
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming)
extern "C" {
void __real_cmark_inlines_add_special_character(unsigned char character, bool emphasis);
void __wrap_cmark_inlines_add_special_character(unsigned char character, bool emphasis);
void __wrap_cmark_inlines_remove_special_character(unsigned char character, bool emphasis);

void __wrap_cmark_inlines_add_special_character(unsigned char /*character*/, bool /*emphasis*/) {}
void __wrap_cmark_inlines_remove_special_character(unsigned char /*character*/, bool /*emphasis*/) {
}
}
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

namespace runbookc {
namespace {

using Extensions = std::array<cmark_syntax_extension*, 3>;

Extensions register_extensions() {
  cmark_gfm_core_extensions_ensure_registered();
  __real_cmark_inlines_add_special_character('~', true);  // as the strikethrough extension does
  return {cmark_find_syntax_extension("table"), cmark_find_syntax_extension("strikethrough"),
          cmark_find_syntax_extension("tasklist")};
}

bool is_block(const cmark_node* node) {
  return (node->type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

}  // namespace

CmarkParser new_cmark_parser() {
  static const Extensions extensions = register_extensions();  // once, guarded by the language
  // Without CMARK_OPT_SOURCEPOS inline columns follow one simple rule: see cmark_inlines.h.
  CmarkParser parser(cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES, cmark_memory()));
  for (cmark_syntax_extension* extension : extensions) {
    cmark_parser_attach_syntax_extension(parser.get(), extension);
  }
  return parser;
}

std::size_t count_blocks(const cmark_node* root) {
  std::size_t count = 0;
  const cmark_node* node = root;
  while (true) {
    if (node->first_child != nullptr && is_block(node->first_child)) {
      node = node->first_child;
    } else {
      while (node != root && node->next == nullptr) node = node->parent;
      if (node == root) return count;
      node = node->next;
    }
    ++count;
  }
}

}  // namespace runbookc
