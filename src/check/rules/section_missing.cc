// RB201: a section that the type's contract requires is not there.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/near_miss.h"
#include "base/text.h"
#include "check/page_place.h"
#include "check/rule.h"

namespace runbookc {
namespace {

// Words too common in titles to suggest that two of them mean the same.
bool is_telling(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kCommon = {"and",  "the",  "for",
                                                              "with", "from", "steps"};
  return word.size() > 2 && std::ranges::find(kCommon, word) == kCommon.end();
}

std::vector<std::string_view> telling_words(std::string_view comparable) {
  std::vector<std::string_view> words = split(comparable, ' ');
  std::erase_if(words, [](std::string_view word) { return !is_telling(word); });
  return words;
}

std::size_t shared_words(const std::vector<std::string_view>& wanted, std::string_view title) {
  const std::vector<std::string_view> words = split(title, ' ');
  return static_cast<std::size_t>(std::ranges::count_if(wanted, [&](std::string_view word) {
    return std::ranges::find(words, word) != words.end();
  }));
}

// How well the heading could be what a contract means: the larger, the better; 0: not at all.
std::size_t likeness(const std::vector<std::string>& names, const std::string& title, bool taken) {
  std::size_t best = 0;
  for (const std::string& name : names) {
    const std::vector<std::string_view> wanted = telling_words(name);
    const std::size_t shared = shared_words(wanted, title);
    const bool holds_all = !wanted.empty() && shared == wanted.size();
    if (holds_all) {
      best = std::max(best, shared + 100);
    } else if (!taken) {
      best = std::max(best, shared);
      best = near_miss(name, std::span(&title, 1)) ? std::max<std::size_t>(best, 50) : best;
    }
  }
  return best;
}

class Candidates {
 public:
  explicit Candidates(const PageContext& context) : sections_(context.document.sections) {
    taken_.assign(sections_.size(), false);
    for (const ContractMatch& match : context.contracts) {
      if (match.section != kNone) {
        taken_[match.section] = true;
      }
    }
    titles_.reserve(sections_.size());
    for (const Section& section : sections_) {
      titles_.push_back(comparable_title(section.title));
    }
    title_ = title_section(context.document);
  }

  // The heading that might be meant, or kNone.
  Index nearest(const std::vector<std::string>& names, Index within) const {
    const Index begin = within == kNone ? 0 : within + 1;
    const Index end =
        within == kNone ? static_cast<Index>(sections_.size()) : sections_[within].end;
    Index found = kNone;
    std::size_t best = 0;
    for (Index index = begin; index < end; ++index) {
      if (index == title_ || sections_[index].nested) {
        continue;
      }
      const std::size_t like = likeness(names, titles_[index], taken_[index]);
      if (like > best) {
        best = like;
        found = index;
      }
    }
    return found;
  }

 private:
  const std::vector<Section>& sections_;
  std::vector<std::string> titles_;
  std::vector<bool> taken_;
  Index title_;
};

std::string help_for(const PageContext& context, const ContractMatch& missing, Index nearest) {
  const SectionContract& contract = *missing.contract;
  if (nearest == kNone) {
    return contract.description.empty()
               ? "add a heading '" + contract.title + "' and write what belongs there"
               : "add a heading '" + contract.title + "': " + contract.description;
  }
  const Section& section = context.document.sections[nearest];
  const std::string found =
      "found '" + section.title + "' in line " + std::to_string(section.span.start.line) + ": ";
  const std::vector<std::string>& names = context.contract_names->of(contract);
  if (std::ranges::find(names, comparable_title(section.title)) != names.end()) {
    return found + "make it a heading of level " + std::to_string(contract.level);
  }
  return found + "rename it to '" + contract.title + "', or add its title to the aliases in the " +
         "schema of the type";
}

Finding missing_section(const PageContext& context, const ContractMatch& missing,
                        const Candidates& candidates) {
  const SectionContract& contract = *missing.contract;
  const Index nearest = candidates.nearest(context.contract_names->of(contract), missing.within);
  const bool in_section = missing.within != kNone;
  const std::vector<Section>& sections = context.document.sections;
  const std::string where = in_section ? " in '" + sections[missing.within].title + "'" : "";
  return {.span = in_section ? sections[missing.within].span : title_place(context),
          .message = "there is no section '" + contract.title + "'" + where + ", which type '" +
                     context.type->name + "' requires",
          .help = help_for(context, missing, nearest),
          .subject =
              in_section ? sections[missing.within].title + "/" + contract.title : contract.title};
}

std::vector<Finding> check(const PageContext& context) {
  // What an unclosed fence swallowed is there, only not as sections.
  if (is_unread(context.document) || is_rest_swallowed(context.document)) {
    return {};
  }
  std::vector<Finding> findings;
  std::optional<Candidates> candidates;
  for (const ContractMatch& match : context.contracts) {
    if (match.section == kNone && match.contract->required) {
      if (!candidates) {
        candidates.emplace(context);
      }
      findings.push_back(missing_section(context, match, *candidates));
    }
  }
  return findings;
}

}  // namespace

const Rule& section_missing_rule() {
  static const Rule rule = {
      .code = "RB201",
      .name = "section-missing",
      .recommended = Severity::error,
      .summary = "a section that the document's type requires is missing",
      .why =
          "At three in the morning a reader looks for the heading that answers the question of the "
          "moment: what does this alert mean, how do I undo the change. A type's contract promises "
          "that these headings are there, under the same name in every runbook.\n\n"
          "Numbering, emoji, case and punctuation do not matter, and a contract can list aliases. "
          "If "
          "the finding names a heading that is meant, rename it. If a section makes no sense for a "
          "document, say so under the heading in one sentence: 'nothing to roll back, the job only "
          "reads' is an answer, too.",
      .bad = {"---\ntype: alert\ntitle: Disk full\n---\n\n# Disk full\n\n## Meaning\n\nA disk is "
              "full.\n\n## Impact\n\nWrites fail.\n\n## Diagnosis\n\nLook at the graph.\n"},
      .good = {"---\ntype: alert\ntitle: Disk full\n---\n\n# Disk full\n\n## Meaning\n\nA disk is "
               "full.\n\n## Impact\n\nWrites fail.\n\n## Diagnosis\n\nLook at the graph.\n\n"
               "## Mitigation\n\nDelete old snapshots.\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
