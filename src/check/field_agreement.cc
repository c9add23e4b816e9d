#include "check/field_agreement.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"
#include "check/severity_scale.h"
#include "check/time_window.h"

namespace runbookc {
namespace {

struct Column {
  std::string_view name;
  IndexField field;
};

constexpr std::array<Column, 22> kColumns = {{{"time", IndexField::time},
                                              {"estimated time", IndexField::time},
                                              {"est time", IndexField::time},
                                              {"time estimate", IndexField::time},
                                              {"time required", IndexField::time},
                                              {"time needed", IndexField::time},
                                              {"duration", IndexField::time},
                                              {"estimated duration", IndexField::time},
                                              {"approval", IndexField::approval},
                                              {"approvals", IndexField::approval},
                                              {"approval required", IndexField::approval},
                                              {"required approval", IndexField::approval},
                                              {"approval needed", IndexField::approval},
                                              {"approver", IndexField::approval},
                                              {"approvers", IndexField::approval},
                                              {"audience", IndexField::audience},
                                              {"intended audience", IndexField::audience},
                                              {"readers", IndexField::audience},
                                              {"severity", IndexField::severity},
                                              {"severities", IndexField::severity},
                                              {"priority", IndexField::severity},
                                              {"priorities", IndexField::severity}}};

constexpr std::array<std::string_view, 9> kNothing = {
    "", "none", "no", "n/a", "na", "nobody", "not required", "not needed", "no approval"};
constexpr std::array<std::string_view, 3> kSomebody = {"yes", "required", "true"};

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, text) != words.end();
}

const std::vector<Located<std::string>>& list_of(const Page& page, IndexField field) {
  const Metadata& metadata = page.metadata;
  if (field == IndexField::approval) {
    return metadata.approval_required;
  }
  return field == IndexField::audience ? metadata.audience : metadata.severity;
}

// Lower case, every kind of dash and underscore a space, remarks in brackets left out.
std::string plain(std::string_view text) {
  std::string out;
  int depth = 0;
  while (!text.empty()) {
    const CodePoint c = decode_utf8(text);
    text.remove_prefix(c.size);
    depth += c.value == '(' ? 1 : 0;
    const bool dash = c.value == '-' || c.value == '_' || c.value == 0x2212 ||
                      (c.value >= 0x2010 && c.value <= 0x2015);
    if (depth == 0) {
      append_utf8(out, dash ? U' ' : to_lower(c.value));
    }
    depth -= c.value == ')' && depth > 0 ? 1 : 0;
  }
  return collapse_space(out);
}

std::vector<std::string> split_list(std::string_view text) {
  std::string even = " " + plain(text) + " ";
  for (const std::string_view joint : {" and ", " or ", ";", "/", "+", "&"}) {
    if (joint != "/" || even != " n/a ") {
      even = replace_all(even, joint, ",");
    }
  }
  std::vector<std::string> items;
  for (const std::string_view item : split(even, ',')) {
    items.emplace_back(trim(item));
  }
  return items;
}

// Without "the", "team", a sign in front and a plural; an owner's id, if it is one's.
std::string canonical_name(const Corpus& corpus, std::string_view item) {
  std::string_view name = item;
  name.remove_prefix(name.starts_with("the ") ? 4 : 0);
  name.remove_prefix(name.starts_with('@') || name.starts_with('#') ? 1 : 0);
  name.remove_suffix(name.ends_with(" team") ? 5 : 0);
  const std::string dashed = replace_all(name, " ", "-");
  for (const std::string_view form : {item, name, std::string_view(dashed)}) {
    const Index owner = form.empty() ? kNone : corpus.owners.find(form);
    if (owner != kNone) {
      return "owner:" + corpus.owners.owners()[owner].id;
    }
  }
  name.remove_suffix(name.size() > 3 && name.ends_with('s') && !name.ends_with("ss") ? 1 : 0);
  return std::string(name);
}

bool lists_agree(const Corpus& corpus, const Page& page, IndexField field, std::string_view cell) {
  std::set<std::string> said;
  std::set<std::string> meant;
  for (const std::string& item : split_list(cell)) {
    if (is_one_of(item, kSomebody) && !list_of(page, field).empty()) {
      return true;
    }
    if (!is_one_of(item, kNothing)) {
      said.insert(canonical_name(corpus, item));
    }
  }
  for (const Located<std::string>& value : list_of(page, field)) {
    for (const std::string& item : split_list(value.value)) {
      if (!is_one_of(item, kNothing)) {
        meant.insert(canonical_name(corpus, item));
      }
    }
  }
  return said == meant;
}

// "P1", "SEV2" as words of `text`, in lower case, and the names between two joined by a dash.
std::set<std::string> severities_in(const std::vector<std::string>& names, std::string_view text) {
  const std::string words = " " + plain(replace_all(replace_all(text, "/", " "), ",", " ")) + " ";
  std::set<std::string> found;
  std::size_t last = names.size();
  std::size_t last_end = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::size_t at = words.find(" " + plain(names[i]) + " ");
    if (at == std::string::npos) {
      continue;
    }
    found.insert(lower_ascii(names[i]));
    const bool joined = last < i && at == last_end &&
                        text.find_first_of("-\xe2") != std::string_view::npos &&
                        text.find_first_of(",/") == std::string_view::npos;
    for (std::size_t between = last + 1; joined && between < i; ++between) {
      found.insert(lower_ascii(names[between]));
    }
    last = i;
    last_end = at + plain(names[i]).size() + 1;
  }
  return found;
}

bool severities_agree(const Corpus& corpus, const Page& page, std::string_view cell, bool part) {
  std::vector<std::string> names = severity_scale(corpus.config);
  std::set<std::string> meant;
  for (const Located<std::string>& value : page.metadata.severity) {
    meant.insert(lower_ascii(value.value));
    if (std::ranges::none_of(names, [&](const std::string& name) {
          return equals_ignoring_case(name, value.value);
        })) {
      names.push_back(value.value);
    }
  }
  const std::set<std::string> said = severities_in(names, cell);
  if (said.empty()) {
    return !is_one_of(plain(cell), kNothing);  // in other words
  }
  return part ? std::ranges::includes(meant, said) : said == meant;
}

// Seconds from and to, where the whole text is a time.
std::optional<std::pair<std::int64_t, std::int64_t>> time_range(const std::string& text) {
  for (const std::string& form : {text, "0-" + text}) {
    const auto window = parse_time_window(form);
    if (window && window->kind == WindowKind::closed && window->size == form.size() &&
        window->end_unit != 0) {
      const bool single = form.size() != text.size();
      return std::pair(single ? window->end_seconds() : window->start_seconds(),
                       window->end_seconds());
    }
  }
  return std::nullopt;
}

bool times_agree(std::string_view cell, std::string_view field) {
  const auto strip = [](std::string_view text) {
    std::string lower = to_lower(collapse_space(text));
    for (const std::string_view about :
         {"approximately ", "approx. ", "approx ", "about ", "around ", "ca. ", "~", "\u2248"}) {
      lower = lower.starts_with(about) ? lower.substr(about.size()) : lower;
    }
    return std::string(trim(lower));
  };
  const std::string a = strip(cell);
  const std::string b = strip(field);
  const auto first = time_range(a);
  const auto second = time_range(b);
  return first && second ? *first == *second : plain(a) == plain(b);
}

}  // namespace

std::optional<IndexField> field_of_column(std::string_view name) {
  const auto* const column = std::ranges::find(kColumns, name, &Column::name);
  return column == kColumns.end() ? std::nullopt : std::optional(column->field);
}

std::string_view key_of(IndexField field) {
  constexpr std::array<std::string_view, 4> kKeys = {"estimated_time", "approval_required",
                                                     "audience", "severity"};
  return kKeys.at(static_cast<std::size_t>(field));
}

std::optional<std::string> field_text(const Corpus& corpus, const Page& page, IndexField field) {
  if (field == IndexField::time) {
    const std::string& time = page.metadata.estimated_time.value;
    return time.empty() ? std::nullopt : std::optional(time);
  }
  std::vector<std::string> items;
  for (const Located<std::string>& item : list_of(page, field)) {
    items.push_back(item.value);
  }
  if (!items.empty()) {
    return join(items, ", ");
  }
  const Value* written = corpus.front_matter_of(page).find(key_of(field));
  const bool none = field == IndexField::approval && written != nullptr && !written->is_null();
  return none ? std::optional<std::string>("none") : std::nullopt;
}

bool agrees(const Corpus& corpus, const Page& page, IndexField field, std::string_view cell,
            bool part) {
  const std::optional<std::string> text = field_text(corpus, page, field);
  if (!text) {
    return true;
  }
  switch (field) {
    case IndexField::time:
      return times_agree(cell, *text);
    case IndexField::severity:
      return severities_agree(corpus, page, cell, part);
    default:
      return lists_agree(corpus, page, field, cell);
  }
}

}  // namespace runbookc
