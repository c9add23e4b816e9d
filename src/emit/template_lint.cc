#include "emit/template_lint.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "base/near_miss.h"
#include "base/text.h"
#include "emit/template_names.h"
#include "emit/template_tag.h"

namespace runbookc {

namespace {

struct Fault {
  std::size_t at = 0;  // byte
  std::string fact, help;
};

FilePlace place_of(std::string_view name, std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const auto line = static_cast<std::uint32_t>(std::ranges::count(before, '\n')) + 1;
  const std::string_view left = before.substr(before.rfind('\n') + 1);
  const auto is_start = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
  const auto column = static_cast<std::uint32_t>(std::ranges::count_if(left, is_start)) + 1;
  return {"templates/" + std::string(name) + ".mustache", line, column};
}

bool is_raw(const TemplateTag& tag) { return tag.kind == '{' || tag.kind == '&'; }

// Whether the tag stands for data; tags without a name are for the reader of the whole template.
bool is_data(const TemplateTag& tag) {
  const bool other = tag.kind == '>' || tag.kind == '!' || tag.kind == '=';
  return !other && !tag.name.empty() && !tag.name.starts_with("word.");
}

std::optional<Fault> name_fault(const TemplateTag& tag, const TemplateNames& names) {
  if (!is_data(tag)) return std::nullopt;
  if (!names.all.contains(tag.name)) {
    const std::vector<std::string> known(names.all.begin(), names.all.end());
    const auto meant = near_miss(tag.name, known);
    return Fault{tag.begin, "nothing is called '" + std::string(tag.name) + "' here",
                 meant ? "did you mean '" + *meant + "'?" : "docs/templates.md lists the names"};
  }
  if (is_raw(tag) && !names.raw.contains(tag.name)) {
    return Fault{tag.begin,
                 "'" + std::string(tag.name) + "' would be written without being escaped",
                 "write '{{" + std::string(tag.name) + "}}'"};
  }
  return std::nullopt;
}

// The end of the tag that begins at `begin`: past its `>`, quotes apart.
std::size_t end_of_tag(std::string_view html, std::size_t begin) {
  char quote = 0;
  for (std::size_t at = begin; at < html.size(); ++at) {
    const char c = html[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return html.size();
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Whether an attribute of that name, or that begins so with `prefix`, stands in the tag. Between
// `}` and a name there need be no space: `<a{{#x}}onclick="…"{{/x}}>`.
bool has_attribute(std::string_view tag, std::string_view name, bool prefix) {
  for (std::size_t at = 1; (at = tag.find(name, at)) != std::string_view::npos; ++at) {
    if (!is_space(tag[at - 1]) && tag[at - 1] != '}' && tag[at - 1] != '"' && tag[at - 1] != '/')
      continue;
    std::size_t end = at + name.size();
    const std::size_t letters = end;
    while (prefix && end < tag.size() && is_letter(tag[end])) ++end;
    if (prefix && end == letters) continue;
    while (end < tag.size() && is_space(tag[end])) ++end;
    if (end < tag.size() && tag[end] == '=') return true;
  }
  return false;
}

std::string_view tag_name(std::string_view tag) {
  std::size_t end = 1;
  while (end < tag.size() && is_letter(tag[end])) ++end;
  return tag.substr(1, end - 1);
}

// `tag` is in lower case.
std::optional<Fault> policy_fault(std::string_view tag, std::size_t at) {
  const std::string_view name = tag_name(tag);
  if (name == "script" && !has_attribute(tag, "src", false)) {
    return Fault{at, "the policy of our pages refuses a script in a page",
                 "put it into a file in templates/assets/script"};
  }
  if (name == "style" || has_attribute(tag, "style", false)) {
    return Fault{at, "the policy of our pages refuses a style in a page",
                 "give it a class, and put the style into a file in templates/assets/style"};
  }
  if (has_attribute(tag, "on", true) || tag.find("javascript:") != std::string_view::npos) {
    return Fault{at, "the policy of our pages refuses a script in an attribute",
                 "add a listener in a file in templates/assets/script"};
  }
  return std::nullopt;
}

std::optional<Fault> first_policy_fault(std::string_view text) {
  const std::string html = lower_ascii(text);
  std::size_t at = 0;
  while ((at = html.find('<', at)) != std::string::npos) {
    if (at + 1 >= html.size() || !is_letter(html[at + 1])) {
      ++at;
      continue;
    }
    const std::size_t end = end_of_tag(html, at);
    if (auto fault = policy_fault(std::string_view(html).substr(at, end - at), at)) return fault;
    at = end;
  }
  return std::nullopt;
}

}  // namespace

Status lint_template(std::string_view name, std::string_view text) {
  const TemplateNames names = template_names(name);
  std::optional<Fault> first = first_policy_fault(text);
  for (const TemplateTag& tag : template_tags(text)) {
    if (auto fault = name_fault(tag, names); fault && (!first || fault->at < first->at)) {
      first = std::move(fault);
    }
  }
  if (!first) return Done{};
  return Error{first->fact, first->help, place_of(name, text, first->at)};
}

}  // namespace runbookc
