// What a system that publishes Markdown makes of it, as tables: one row for each system. Code asks
// the row, never for the name of the system.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/slug.h"

namespace runbookc {

// Template tags in a text: opaque, never executed, never shown.
enum class TagSyntax : std::uint8_t {
  none,
  shortcodes,       // `{{< name … >}}`, `{{% name … %}}`
  erb,              // `<% … %>`, `<%= … %>`
  jsx,              // `<Tabs …>`, `{/* … */}`, `import … from …`
  attribute_lists,  // `{: .class #id }`
};

// How a block is marked as a warning or a note, besides `> [!NOTE]`.
enum class CalloutSyntax : std::uint8_t {
  none,
  shortcodes,    // `{{< hint warning >}}` … `{{< /hint >}}`
  exclamations,  // `!!! warning "Title"` and `??? note`, content indented by four
  colons,        // `:::warning[Title]` … `:::`
  quotes,        // `> [!warning] Title`; `>>>` … `>>>`, which is a quote
  helpers,       // `<%= warning_text('Text') %>`
};

// From where a link that begins with `/` is read.
enum class RootedLinks : std::uint8_t {
  content_or_project,  // the content root, else the project's
  project,             // the repository's root
  site,                // the content root and the folder of static files: what the site consists of
};

// A front matter key of another system, and the key of ours that it stands for; "" if it means
// something else there than ours of that name does.
struct KeyMeaning {
  std::string foreign;
  std::string own;

  friend bool operator==(const KeyMeaning&, const KeyMeaning&) = default;
};

// From where the address that front matter says is read.
enum class AddressBase : std::uint8_t {
  site,       // the site's root
  last_name,  // in place of the address's last name
  folder,     // the file's folder
  file,       // the same, but it says nothing of an index
};

struct AddressKey {
  std::string_view key;
  AddressBase base = AddressBase::site;
};

struct DialectRules {
  std::string_view name;
  std::string_view description;

  // Headings.
  SlugRules slugs;
  bool slugs_of_source = false;     // made of the heading's Markdown, not of its text
  std::string_view title_tag = {};  // inside a tag: stands for the document's title

  // Syntax.
  TagSyntax tags = TagSyntax::none;
  CalloutSyntax callouts = CalloutSyntax::none;
  bool indented_code = true;          // lines indented by four are code
  bool escapes_pipes_in_code = true;  // in a table; else a pipe in code divides no cells there, and
                                      // `\|` shows the backslash. We divide in any case.
  std::span<const std::string_view> contents_marks = {};  // lines that a table of contents replaces

  // Files and addresses.
  std::string_view content_folder = "content";  // where it exists and nothing else is configured
  std::span<const std::string_view> extensions;
  std::string_view static_folder = {};  // files published as they are, beside the content; "": none
  RootedLinks rooted_links = RootedLinks::content_or_project;
  bool links_from_address = false;     // relative links count from `/db/failover/`, too
  bool folds_addresses = false;        // addresses are in lower case, with hyphens for spaces
  bool aliases_are_addresses = false;  // a link may name one of the `aliases`
  std::span<const AddressKey> address_keys = {};  // the first that is there says the address
  bool drops_number_prefix = false;               // `01-intro.md` is `/intro`
  bool ids_within_folders = false;                // `id` names a page in its folder alone
  std::string_view project_mark = {};             // in front of a path from the project's root
  std::string_view unread_scheme = {};            // in front of what no link is checked for
  // Globs over the addresses of pages that the system makes itself.
  std::span<const std::string_view> generated = {};
  bool lists_have_pages = false;        // `teams: [db]` makes `/teams/db/`
  bool sources_are_no_targets = false;  // a link to the source file is dead on the site

  std::span<const std::pair<std::string_view, std::string_view>> keys = {};  // as in KeyMeaning
};

// In the order in which the documentation lists them; the first is the default.
std::span<const DialectRules> dialects();
const DialectRules& default_dialect();
// Null if there is none of that name.
const DialectRules* find_dialect(std::string_view name);

}  // namespace runbookc
