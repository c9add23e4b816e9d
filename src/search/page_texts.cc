#include "search/page_texts.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"
#include "search/command_phrases.h"
#include "search/search_page.h"

namespace runbookc {

namespace {

constexpr std::uint32_t kTitle = 8;
constexpr std::uint32_t kAlert = 8;
constexpr std::uint32_t kHeading = 5;
constexpr std::uint32_t kService = 4;
constexpr std::uint32_t kTag = 3;
constexpr std::uint32_t kCommandText = 3;
constexpr std::uint32_t kSummary = 2;
constexpr std::uint32_t kOwner = 2;
constexpr std::uint32_t kPath = 2;
constexpr std::uint32_t kOutput = 2;
constexpr std::uint32_t kTelling = 2;  // sections that say how a problem shows itself
constexpr std::size_t kLongestQuote = 300;

using Visit = std::function<void(const SearchText&)>;

std::uint32_t weight_of_role(SectionRole role) {
  const bool telling =
      role == SectionRole::meaning || role == SectionRole::impact || role == SectionRole::diagnosis;
  return telling ? kTelling : 1;
}

class PageTexts {
 public:
  PageTexts(const Corpus& corpus, const SearchTables& tables, const Page& page, const Visit& visit)
      : corpus_(corpus),
        tables_(tables),
        page_(page),
        document_(corpus.document_of(page)),
        visit_(visit),
        units_(section_units(document_)) {}

  void run() const {
    visit_front_matter();
    visit_headings();
    visit_blocks();
    visit_commands();
  }

 private:
  void visit_all(const std::vector<Located<std::string>>& values, std::uint32_t weight) const {
    for (const auto& value : values) visit_({.weight = weight, .text = value.value});
  }

  void visit_front_matter() const {
    const Metadata& metadata = page_.metadata;
    visit_({.weight = kTitle, .text = page_.title, .phrases = true, .names = true});
    for (const auto& alert : metadata.alerts) {
      visit_({.weight = kAlert, .text = alert.value, .phrases = true});
    }
    visit_({.weight = kSummary, .text = metadata.summary.value, .prose = true});
    visit_all(metadata.services, kService);
    visit_all(metadata.tags, kTag);
    visit_all(metadata.owners, kOwner);
    for (const Index owner : page_.owners) {
      if (owner != kNone)
        visit_({.weight = kOwner, .text = corpus_.owners.owners()[owner].name, .phrases = true});
    }
    visit_all(metadata.severity, 1);
    visit_({.text = page_.type});
    visit_({.weight = kPath, .text = document_.content_path});
    for (const Parameter& parameter : metadata.parameters) {
      visit_({.text = parameter.name});
      visit_({.text = parameter.description});
    }
  }

  void visit_headings() const {
    for (std::size_t i = 0; i < units_.size(); ++i) {
      const std::string& title = document_.sections[i].title;
      if (units_[i] == 0 && title == page_.title) continue;
      visit_(
          {.unit = units_[i], .weight = kHeading, .text = title, .phrases = true, .names = true});
      visit_({.unit = units_[i], .text = tables_.synonyms.of(page_.type_index, title)});
    }
  }

  void visit_blocks() const {
    Index section = kNone;
    std::uint32_t weight = 1;
    for (const Block& block : document_.blocks) {
      if (block.section != section) {
        section = block.section;
        weight = section == kNone ? 1
                                  : weight_of_role(tables_.roles.of(
                                        page_.type_index, document_.sections[section].title));
      }
      visit_block(block, section == kNone ? 0 : units_[section], weight);
    }
  }

  void visit_block(const Block& block, std::uint32_t unit, std::uint32_t weight) const {
    if (block.kind == BlockKind::paragraph || block.kind == BlockKind::cell) {
      visit_({.unit = unit, .weight = weight, .text = block.text, .prose = true});
      for (const std::string_view quoted : quoted_texts(block.text)) {
        visit_({.unit = unit, .weight = 1, .text = quoted});
      }
    } else if (block.kind == BlockKind::code) {
      const CodeBlock& code = document_.code_blocks[block.payload];
      const bool shows = code.role == CodeRole::output || code.role == CodeRole::other;
      visit_({.unit = unit, .weight = shows ? kOutput : 1, .text = code.text});
    } else if (block.kind == BlockKind::html) {
      visit_({.unit = unit, .weight = weight, .text = html_text(block.text), .prose = true});
    }
  }

  void visit_commands() const {
    const auto commands = static_cast<std::uint32_t>(document_.commands.size());
    std::uint32_t unit = count_units(document_) - commands;
    for (const Command& command : document_.commands) {
      visit_({.unit = unit, .weight = kCommandText, .text = command.text});
      for (const std::string& phrase : command_phrases(command.text)) {
        visit_({.unit = unit, .weight = 1, .text = phrase, .phrases = true});
      }
      visit_({.unit = unit, .weight = kCommandText, .text = command.description, .prose = true});
      visit_({.unit = unit, .weight = kOutput, .text = command.expected_output});
      ++unit;
    }
  }

  const Corpus& corpus_;
  const SearchTables& tables_;
  const Page& page_;
  const Document& document_;
  const Visit& visit_;
  std::vector<std::uint32_t> units_;
};

}  // namespace

std::string filter_value(std::string_view value) {
  return replace_all(to_lower(collapse_space(value)), " ", "-");
}

SectionSynonyms::SectionSynonyms(std::span<const DocumentType> types) : by_type_(types.size()) {
  for (std::size_t i = 0; i < types.size(); ++i) {
    Names& names = by_type_[i];
    for (const SectionContract& contract : types[i].sections) {
      std::string words = contract.title;
      names.contracts.emplace(comparable_title(contract.title), names.words.size());
      for (const std::string& alias : contract.aliases) {
        (words += ", ") += alias;
        names.contracts.emplace(comparable_title(alias), names.words.size());
      }
      names.words.push_back(std::move(words));
    }
  }
}

std::string_view SectionSynonyms::of(Index type, std::string_view title) const {
  if (type >= by_type_.size()) return {};
  const Names& names = by_type_[type];
  const auto found = names.contracts.find(comparable_title(title));
  return found == names.contracts.end() ? std::string_view() : names.words[found->second];
}

void for_each_text(const Corpus& corpus, const SearchTables& tables, const Page& page,
                   const Visit& visit) {
  PageTexts(corpus, tables, page, visit).run();
}

std::vector<std::string_view> quoted_texts(std::string_view text) {
  constexpr std::string_view kOpen = "\xe2\x80\x9c";
  constexpr std::string_view kClose = "\xe2\x80\x9d";
  std::vector<std::string_view> quoted;
  while (!text.empty()) {
    const std::size_t straight = text.find('"');
    const std::size_t curly = text.find(kOpen);
    const std::size_t begin = std::min(straight, curly);
    if (begin == std::string_view::npos) break;
    const bool is_curly = begin == curly;
    text.remove_prefix(begin + (is_curly ? kOpen.size() : 1));
    const std::size_t end = is_curly ? text.find(kClose) : text.find('"');
    if (end == std::string_view::npos) break;
    if (end <= kLongestQuote) quoted.push_back(text.substr(0, end));
    text.remove_prefix(end + (is_curly ? kClose.size() : 1));
  }
  return quoted;
}

std::string html_text(std::string_view html) {
  std::string text;
  while (!html.empty()) {
    const std::size_t tag = html.find('<');
    text += html.substr(0, tag);
    if (tag == std::string_view::npos) break;
    html.remove_prefix(tag);
    const std::string_view end = html.starts_with("<!--") ? "-->" : ">";
    const std::size_t close = html.find(end);
    text += ' ';
    if (close == std::string_view::npos) break;
    html.remove_prefix(close + end.size());
  }
  return text;
}

std::vector<std::string> page_filters(const Corpus& corpus, const Page& page) {
  std::vector<std::string> filters;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) filters.push_back(std::string(name) + filter_value(value));
  };
  const auto add_all = [&](std::string_view name, const std::vector<Located<std::string>>& list) {
    for (const auto& located : list) add(name, located.value);
  };
  add_all("owner:", page.metadata.owners);
  for (const Index index : page.owners) {
    if (index == kNone) continue;
    const Owner& owner = corpus.owners.owners()[index];
    add("owner:", owner.id);
    add("owner:", owner.name);
    for (const std::string& alias : owner.aliases) add("owner:", alias);
  }
  add_all("service:", page.metadata.services);
  add_all("severity:", page.metadata.severity);
  add_all("tag:", page.metadata.tags);
  add("type:", page.type);
  add("status:", page.status);
  add("status:", review_status_name(page.review.status));
  std::ranges::sort(filters);
  filters.erase(std::ranges::unique(filters).begin(), filters.end());
  return filters;
}

}  // namespace runbookc
