// Page templates (Mustache), the words of the interface, and assets: the embedded ones, each
// replaceable by a file of the same name under the project's `templates/`. The only users of
// mustache are emit/templates.cc and emit/template_context.*.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "emit/named_values.h"
#include "emit/words.h"

namespace runbookc {

// What a template is filled with: text, truth, or lists of further objects. A name that a list's
// object lacks is looked up in the object around it.
struct TemplateData {
  NamedValues<std::string> text;  // escaped by `{{name}}`, raw by `{{{name}}}`
  NamedValues<bool> flags;
  NamedValues<std::vector<TemplateData>> lists;
};

class Templates {
 public:
  // An Error for a template that does not parse, includes a partial that is missing, or includes
  // itself (template_source.h), for a project's template that the linter faults (template_lint.h),
  // and for a broken table of words.
  static Result<Templates> load(const Files& files);
  Templates(Templates&&) noexcept;
  Templates& operator=(Templates&&) noexcept;
  ~Templates();

  // Fills a template in a language ("en", "de-AT", …; the nearest one that there is).
  // Thread-safe. Precondition: `name` is one of the embedded templates ("page").
  std::string render(std::string_view language, std::string_view name,
                     const TemplateData& data) const;
  const Words& words(std::string_view language) const;

 private:
  struct Impl;
  explicit Templates(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Style and scripts, published under `_/assets/` by a name that holds their hash.
struct AssetFile {
  std::string name;  // "style.css"
  std::string url;   // "_/assets/style.3f2a….css", relative to the site root
  std::string bytes;
};
struct Assets {
  std::vector<AssetFile> files;                         // sorted by name
  const std::string& url(std::string_view name) const;  // precondition: it exists
};
// `words` are those of the site's language, which the script says in the browser.
Result<Assets> load_assets(const Files& files, const Words& words);

}  // namespace runbookc
