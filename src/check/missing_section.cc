#include "check/missing_section.h"

#include <algorithm>
#include <span>
#include <string>
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
