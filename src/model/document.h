// What the compiler knows of one file after parsing it alone: the "object file" of the build.
//
// A Document depends on the file's bytes and path and on the parse options, and on nothing else. It
// owns all it holds, and serialises (model/serialise.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/block.h"
#include "model/command.h"
#include "model/directive.h"
#include "model/link.h"
#include "model/value.h"
#include "source/span.h"

namespace runbookc {

// A fact about the file's own text that parsing established. Each kind belongs to one rule, which
// decides about severity and turns it into a Diagnostic.
enum class ProblemKind : std::uint8_t {
  not_utf8,                    // RB001
  mojibake,                    // RB002
  invisible_character,         // RB003
  file_too_large,              // RB004
  limit_exceeded,              // RB005
  unreadable_file,             // RB006
  unclosed_fence,              // RB007
  vanishing_html,              // RB008
  empty_file,                  // RB010
  lost_cell,                   // RB011
  merge_conflict,              // RB012
  front_matter_syntax,         // RB102
  front_matter_duplicate_key,  // RB103
  swallowing_fence,            // RB007
  broken_link,                 // RB305
  command_typography,          // RB602
  secret,                      // RB608
  continuation_broken,         // RB611
  command_truncated,           // RB612
  pipe_to_shell                // RB613
};

struct Problem {
  ProblemKind kind = ProblemKind::empty_file;
  Span span;
  std::string message;
  std::string help;
  std::string subject;      // the offending text, for the fingerprint
  std::string replacement;  // with has_replacement: what `span` should read
  bool has_replacement = false;

  friend bool operator==(const Problem&, const Problem&) = default;
};

struct FrontMatter {
  bool present = false;  // there is a block at byte 0, `---` or `+++`, closed or not
  bool valid = false;    // and it was read: `root` is an object (or null, if empty)
  Span span;             // both `---` lines included; the first one alone if it is never closed
  Value root;

  friend bool operator==(const FrontMatter&, const FrontMatter&) = default;
};

// A hole in the body's HTML that emitting fills.
enum class RelocationKind : std::uint8_t {
  link_href,    // the URL of links[index], as an attribute value (the quotes are there)
  image_src,    // the same for an image
  code_block,   // the whole figure of code_blocks[index]
  alert_title,  // the word for the kind of alert blocks[index], in the site's language
  step_link,    // at the start of the item that is steps[index]: what refers to it
};

struct Relocation {
  std::uint32_t offset = 0;  // into Document::html; ascending
  RelocationKind kind = RelocationKind::link_href;
  Index index = kNone;

  friend bool operator==(const Relocation&, const Relocation&) = default;
};

struct Document {
  std::string path;            // relative to the project root
  std::string content_path;    // relative to the content root
  std::string source_hash;     // SHA-256 of the bytes, in hex
  bool hides_secrets = false;  // the source holds some, and nothing here tells them: the hash is
                               // that of the source without them
  std::uint32_t line_count = 0;
  FrontMatter front_matter;
  std::vector<Block> blocks;
  std::vector<std::string> alert_titles;  // what authors call their alerts, which are few
  std::vector<Section> sections;
  std::vector<Step> steps;
  std::vector<CodeBlock> code_blocks;
  std::vector<Link> links;
  std::vector<UndefinedReference> undefined_references;
  std::vector<NamedAnchor> anchors;
  std::vector<Directive> directives;
  std::vector<Command> commands;
  std::vector<MessageTemplate> templates;
  std::vector<Problem> problems;  // in source order
  // The rendered body, balanced and safe to embed, empty if rendering was not asked for. The
  // document's leading H1, which the page shows as its title, is not in it.
  std::string html;
  std::vector<Relocation> relocations;
  std::uint32_t words = 0;  // of prose, for reading time

  friend bool operator==(const Document&, const Document&) = default;
};

// The section that opens the outline, if its level is 1, or kNone.
Index title_section(const Document& document);
// What the author of an alert called it; "" if that is nothing, and for other blocks.
std::string_view alert_title(const Document& document, const Block& alert);
// The titles from the outermost section down to `section`.
std::vector<std::string> section_path(const Document& document, Index section);
// The text of a section's own paragraphs, table cells and code, and of its descendants', a line
// each (headings and HTML left out).
std::string section_text(const Document& document, Index section);
// One past the last block of the section and of its descendants.
Index section_tree_end(const Document& document, Index section);

}  // namespace runbookc
