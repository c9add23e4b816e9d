#include "emit/template_names.h"

#include "base/embedded.h"
#include "base/text.h"
#include "emit/template_files.h"
#include "emit/template_tag.h"

namespace runbookc {

namespace {

constexpr std::string_view kEnding = ".mustache";
constexpr std::string_view kWord = "word.";

using NameSet = std::set<std::string, std::less<>>;

std::string_view embedded_text(std::string_view name) {
  const auto text = find_embedded("templates/" + std::string(name) + std::string(kEnding));
  return text.value_or(std::string_view());
}

// The template and all that it includes.
NameSet included(std::string_view root) {
  NameSet seen = {std::string(root)};
  std::vector<std::string> open = {std::string(root)};
  while (!open.empty()) {
    const std::string name = std::move(open.back());
    open.pop_back();
    for (const TemplateTag& tag : template_tags(embedded_text(name))) {
      if (tag.kind != '>') continue;
      if (const auto [added, is_new] = seen.emplace(tag.name); is_new) open.push_back(*added);
    }
  }
  return seen;
}

void add_names(TemplateNames& names, std::string_view text) {
  for (const TemplateTag& tag : template_tags(text)) {
    if (tag.kind == '>' || tag.kind == '!' || tag.name.starts_with(kWord)) continue;
    names.all.emplace(tag.name);
    if (tag.kind == '{' || tag.kind == '&') names.raw.emplace(tag.name);
  }
}

}  // namespace

std::vector<std::string> embedded_template_names() {
  std::vector<std::string> names = template_file_names(nullptr, "", kEnding);
  for (std::string& name : names) name.resize(name.size() - kEnding.size());
  return names;
}

std::vector<std::string> root_template_names() {
  std::vector<std::string> roots = embedded_template_names();
  for (const std::string& name : embedded_template_names()) {
    for (const TemplateTag& tag : template_tags(embedded_text(name))) {
      if (tag.kind == '>') std::erase(roots, tag.name);
    }
  }
  return roots;
}

TemplateNames template_names(std::string_view name) {
  TemplateNames names;
  const bool ours = !embedded_text(name).empty();
  for (const std::string& root : root_template_names()) {
    const NameSet together = included(root);
    if (ours && !together.contains(name)) continue;
    for (const std::string& one : together) add_names(names, embedded_text(one));
  }
  return names;
}

}  // namespace runbookc
