#include "check/contents_drift.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "schema/document_type.h"

namespace runbookc {
namespace {

class Drift {
 public:
  Drift(const PageContext& context, const ContentsList& contents,
        std::span<const std::string> except)
      : context_(context),
        contents_(contents),
        except_(except),
        sections_(context.document.sections) {
    Index scope_end = end_of_scope();
    for (const ContentsEntry& entry : contents.entries) {
      if (entry.section != kNone) {
        listed_.insert(entry.section);
        scope_end = std::max(scope_end, sections_[entry.section].end);
      }
    }
    for (const Index index : listed_) {
      levels_[sections_[index].level].listed += 1;
      parents_.insert({sections_[index].parent, sections_[index].level});
    }
    find_candidates(scope_end);
    find_missing();
  }

  // Listed ones and missing ones, in the page's order.
  std::vector<Index> wanted() const {
    std::set<Index> all = listed_;
    all.insert(missing_.begin(), missing_.end());
    return {all.begin(), all.end()};
  }

  // Most of what an untitled list would have to hold is in it.
  bool is_complete_enough() const {
    if (levels_.empty()) {
      return false;
    }
    return contents_.section != kNone ||
           levels_.begin()->second.listed >= levels_.begin()->second.unlisted;
  }

  // Missing headings of which no heading above is missing.
  std::vector<Index> reported() const {
    std::vector<Index> outermost;
    for (const Index index : missing_) {
      if (!missing_.contains(sections_[index].parent)) {
        outermost.push_back(index);
      }
    }
    return outermost;
  }

 private:
  struct Level {
    std::size_t listed = 0;
    std::size_t unlisted = 0;
  };

  Index end_of_scope() const {
    const Index parent = contents_.section == kNone ? kNone : sections_[contents_.section].parent;
    return parent == kNone ? static_cast<Index>(sections_.size()) : sections_[parent].end;
  }

  // The headings after the list, of the levels that it covers, that it lacks.
  void find_candidates(Index scope_end) {
    const Index list_end = context_.document.blocks[contents_.lists.back()].end;
    for (Index index = 0; index < scope_end; ++index) {
      const Section& section = sections_[index];
      const auto level = levels_.find(section.level);
      if (section.nested || section.first_block < list_end || level == levels_.end() ||
          listed_.contains(index) || section.title.empty() ||
          std::ranges::find(except_, comparable_title(section.title)) != except_.end()) {
        continue;
      }
      level->second.unlisted += 1;
      candidates_.push_back(index);
    }
  }

  // An entry whose anchor is gone stands for one heading after the entry before: it was renamed.
  std::map<Index, std::size_t> renamed_after() const {
    std::map<Index, std::size_t> renamed;
    Index last = kNone;
    for (const ContentsEntry& entry : contents_.entries) {
      last = entry.section == kNone ? last : entry.section;
      renamed[last] += entry.broken ? 1 : 0;
    }
    return renamed;
  }

  void find_missing() {
    std::map<Index, std::size_t> renamed = renamed_after();
    for (const Index index : candidates_) {
      const Section& section = sections_[index];
      const Level& level = levels_.at(section.level);
      if (section.level != levels_.begin()->first && level.listed <= level.unlisted &&
          !parents_.contains({section.parent, section.level})) {
        continue;  // the list goes that deep elsewhere only
      }
      const auto after = listed_.lower_bound(index);
      const auto slot = renamed.find(after == listed_.begin() ? kNone : *std::prev(after));
      if (slot != renamed.end() && slot->second > 0) {
        slot->second -= 1;
      } else {
        missing_.insert(index);
      }
    }
  }

  const PageContext& context_;
  const ContentsList& contents_;
  std::span<const std::string> except_;
  const std::vector<Section>& sections_;
  std::set<Index> listed_;
  std::map<std::uint8_t, Level> levels_;
  std::set<std::pair<Index, std::uint8_t>> parents_;  // of listed headings, with their levels
  std::vector<Index> candidates_;
  std::set<Index> missing_;
};

}  // namespace

ContentsDrift find_contents_drift(const PageContext& context, const ContentsList& contents,
                                  std::span<const std::string> except) {
  const Drift drift(context, contents, except);
  return {.wanted = drift.wanted(),
          .reported = drift.reported(),
          .complete_enough = drift.is_complete_enough()};
}

}  // namespace runbookc
