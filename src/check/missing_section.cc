#include "check/missing_section.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "check/heading_likeness.h"

namespace runbookc {
namespace {

struct Guess {
  Index heading = kNone;
  std::size_t likeness = 0;
  std::size_t name_size = 0;  // of the name that it is like: of two, the longer says more of it
  bool names_both = false;    // it holds the missing name among others
};

// `**Purpose**`, `##Purpose`: emphasis that is all of a paragraph, and number signs that no space
// follows. Links, images and code in it are more than a title.
bool is_title_like(std::string_view line) {
  constexpr std::size_t kLongest = 80;  // bytes
  if (line.size() > kLongest || line.find_first_of("[]<>`!") != std::string_view::npos)
    return false;
  if (line.starts_with('#')) return true;
  const bool is_open = line.starts_with("**") || line.starts_with("__");
  if (!is_open || line.size() < 5) return false;
  const std::string_view mark = line.substr(0, 2);
  if (line.ends_with(':')) line.remove_suffix(1);
  return line.find(mark, 2) == line.size() - 2;
}

class Absences {
 public:
  Absences(const PageContext& context, std::size_t budget)
      : context_(context), sections_(context.document.sections), budget_(budget) {
    taken_by_.assign(sections_.size(), nullptr);
    for (const ContractMatch& match : context.contracts) {
      if (match.section != kNone) taken_by_[match.section] = &match;
    }
    title_ = title_section(context.document);
    headings_.reserve(sections_.size());
    for (Index index = 0; index < sections_.size(); ++index) {
      const std::string comparable = comparable_title(sections_[index].title);
      headings_.emplace_back(comparable);
      if (index != title_ && taken_by_[index] == nullptr) named_[comparable].push_back(index);
    }
    for (auto& [name, headings] : named_)
      std::ranges::reverse(headings);  // the first is taken first
  }

  std::vector<MissingSection> run() {
    std::vector<MissingSection> missing;
    for (const ContractMatch& match : context_.contracts) {
      if (match.section == kNone && match.contract->required) missing.push_back(misplaced(match));
    }
    for (const MissingSection& one : missing) {
      guesses_.push_back(one.heading == kNone ? guess(*one.match) : Guess());
    }
    share_guesses(missing);
    find_paragraphs(missing);
    return missing;
  }

 private:
  // A heading with its very name that the contract does not count there. It is spoken for then: a
  // stray heading cannot be what three playbooks lack.
  MissingSection misplaced(const ContractMatch& match) {
    MissingSection missing{.match = &match};
    for (const std::string& name : context_.contract_names->of(*match.contract)) {
      const auto found = named_.find(name);
      if (found == named_.end() || found->second.empty()) continue;
      missing.heading = found->second.back();
      found->second.pop_back();
      taken_by_[missing.heading] = &match;
      missing.absence = absence_of(match, missing.heading);
      break;
    }
    return missing;
  }

  Absence absence_of(const ContractMatch& match, Index heading) const {
    if (sections_[heading].nested) return Absence::in_container;
    const bool is_outside = match.within != kNone &&
                            (heading <= match.within || heading >= sections_[match.within].end);
    return is_outside ? Absence::elsewhere : Absence::at_level;
  }

  Guess guess(const ContractMatch& match) {
    const Index begin = match.within == kNone ? 0 : match.within + 1;
    const Index end =
        match.within == kNone ? static_cast<Index>(sections_.size()) : sections_[match.within].end;
    const std::vector<std::string>& names = context_.contract_names->of(*match.contract);
    const std::size_t cost = names.size() * (end - begin);
    if (cost > budget_) return {};
    budget_ -= cost;
    const std::vector<TitleWords> words(names.begin(), names.end());
    Guess best;
    for (Index index = begin; index < end; ++index) {
      if (index == title_ || sections_[index].nested) continue;
      const Guess found = compare(words, index);
      if (found.likeness > best.likeness) best = found;
    }
    return best;
  }

  Guess compare(const std::vector<TitleWords>& names, Index index) const {
    const TitleWords& heading = headings_[index];
    const bool holds_name = std::ranges::any_of(
        names, [&](const TitleWords& name) { return is_mostly(heading, name); });
    Guess found{.heading = index, .names_both = heading.joins() && holds_name};
    if (taken_by_[index] != nullptr && !found.names_both) return {};
    std::pair<std::size_t, std::size_t> best(likeness_to_title(names.front(), heading),
                                             names.front().text().size());
    for (const TitleWords& name : std::span(names).subspan(1)) {
      best = std::max(best, std::pair(likeness_to_alias(name, heading), name.text().size()));
    }
    std::tie(found.likeness, found.name_size) = best;
    // One that is free is the better guess.
    if (taken_by_[index] != nullptr) found.likeness = std::min<std::size_t>(found.likeness, 1);
    return found;
  }

  // A heading that several entries would take is named for all that it names, else for the most
  // alike only.
  void share_guesses(std::vector<MissingSection>& missing) const {
    std::unordered_map<Index, std::vector<std::size_t>> claims;
    for (std::size_t i = 0; i < guesses_.size(); ++i) {
      if (guesses_[i].heading != kNone) claims[guesses_[i].heading].push_back(i);
    }
    for (auto& [heading, claimants] : claims) {
      keep_claims(claimants);
      for (const std::size_t i : claimants) {
        missing[i].heading = heading;
        missing[i].shared_with = other_of(missing, claimants, i, heading);
      }
    }
  }

  void keep_claims(std::vector<std::size_t>& claimants) const {
    const auto names_both = [&](std::size_t i) { return guesses_[i].names_both; };
    if (std::ranges::any_of(claimants, names_both)) {
      std::erase_if(claimants, [&](std::size_t i) { return !names_both(i); });
      return;
    }
    const auto likeness = [&](std::size_t i) {
      return std::pair(guesses_[i].likeness, guesses_[i].name_size);
    };
    claimants = {*std::ranges::max_element(claimants, {}, likeness)};
  }

  // At most one other is named, so that a heading claimed by a thousand costs no million.
  const ContractMatch* other_of(const std::vector<MissingSection>& missing,
                                const std::vector<std::size_t>& claimants, std::size_t self,
                                Index heading) const {
    if (taken_by_[heading] != nullptr) return taken_by_[heading];
    for (const std::size_t i : claimants) {
      if (i != self && missing[i].match->contract != missing[self].match->contract) {
        return missing[i].match;
      }
    }
    return nullptr;
  }

  // Paragraphs by what they say, the first one last: those that are written like a title.
  std::unordered_map<std::string, std::vector<Index>> title_like_paragraphs() const {
    std::unordered_map<std::string, std::vector<Index>> found;
    const std::vector<Block>& blocks = context_.document.blocks;
    for (auto i = static_cast<Index>(blocks.size()); i-- > 0;) {
      const Block& block = blocks[i];
      if (block.kind != BlockKind::paragraph || block.parent != kNone) continue;
      if (block.span.start.line != block.span.end.line) continue;
      if (!is_title_like(context_.source.text(block.span))) continue;
      const std::size_t begin = std::min(block.text.find_first_not_of('#'), block.text.size());
      found[comparable_title(std::string_view(block.text).substr(begin))].push_back(i);
    }
    return found;
  }

  // Each is one section's only, as headings are.
  void find_paragraphs(std::vector<MissingSection>& missing) const {
    const auto is_unguessed = [](const MissingSection& one) { return one.heading == kNone; };
    if (std::ranges::none_of(missing, is_unguessed)) return;
    auto paragraphs = title_like_paragraphs();
    for (MissingSection& one : missing) {
      if (!is_unguessed(one) || paragraphs.empty()) continue;
      for (const std::string& name : context_.contract_names->of(*one.match->contract)) {
        const auto found = paragraphs.find(name);
        if (found == paragraphs.end()) continue;
        one.paragraph = take_within(found->second, one.match->within);
        if (one.paragraph != kNone) break;
      }
    }
  }

  // Removes the first of the paragraphs that stands in the section; kNone if none does.
  Index take_within(std::vector<Index>& paragraphs, Index within) const {
    const auto is_inside = [&](Index paragraph) {
      const Index section = context_.document.blocks[paragraph].section;
      return within == kNone ||
             (section != kNone && section >= within && section < sections_[within].end);
    };
    const auto found = std::find_if(paragraphs.rbegin(), paragraphs.rend(), is_inside);
    if (found == paragraphs.rend()) return kNone;
    const Index taken = *found;
    paragraphs.erase(std::next(found).base());
    return taken;
  }

  const PageContext& context_;
  const std::vector<Section>& sections_;
  std::size_t budget_;
  Index title_ = kNone;
  std::vector<const ContractMatch*> taken_by_;
  std::vector<TitleWords> headings_;
  std::unordered_map<std::string, std::vector<Index>> named_;  // free headings by their name
  std::vector<Guess> guesses_;
};

}  // namespace

std::vector<MissingSection> missing_sections(const PageContext& context, std::size_t budget) {
  return Absences(context, budget).run();
}

}  // namespace runbookc
