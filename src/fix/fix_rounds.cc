#include "fix/fix_rounds.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "fix/file_edits.h"

namespace runbookc {
namespace {

// Checks of the whole corpus. Reached only where many fixes make findings; the rest stays as it is.
constexpr int kMaxChecks = 200;
constexpr std::size_t kMaxSteps = 3;

using Wanted = std::function<bool(const Diagnostic&)>;
// What a finding is about: by rule, path and subject, wherever its lines have moved to.
using Concern = std::tuple<std::string, std::string, std::string>;
using Concerns = std::map<Concern, std::size_t>;

Concern concern_of(const Diagnostic& found) { return {found.code, found.path, found.subject}; }

Concerns count(const std::vector<Diagnostic>& diagnostics) {
  Concerns counts;
  for (const Diagnostic& found : diagnostics) ++counts[concern_of(found)];
  return counts;
}

// A fix, known again in the next round wherever its lines have moved to.
struct FixKey {
  std::string code, path, subject, text;

  friend auto operator<=>(const FixKey&, const FixKey&) = default;
};

FixKey key_of(const Diagnostic& finding) {
  FixKey key{finding.code, finding.path, finding.subject, finding.fix->description};
  for (const Edit& edit : finding.fix->edits) key.text += '\n' + edit.text;
  return key;
}

// The edits that are tried together, by file.
struct Trial {
  FileBytes before;
  FileBytes after;
  std::vector<Diagnostic> mended;
};

using Batch = std::vector<FixKey>;

class FixRounds {
 public:
  FixRounds(const CheckOverlay& check, const Wanted& wanted) : check_(check), wanted_(wanted) {}

  Result<FixOutcome> run() {
    auto checked = check_({});
    if (!checked) return checked.error();
    FixOutcome outcome{.before = {},
                       .after = {},
                       .applied = {},
                       .left_out = {},
                       .complete = true,
                       .checked = *std::move(checked)};
    // Fixes that touch each other, and findings that only a fix brings within reach, take turns.
    for (std::size_t applied = 1; applied > 0 && checks_ < kMaxChecks;) {
      const std::size_t before = outcome.applied.size();
      const Status done = try_all(outcome);
      if (!done) return done.error();
      applied = outcome.applied.size() - before;
    }
    drop_unchanged(outcome);
    return outcome;
  }

 private:
  // All together first. Where that makes a finding, the files with such findings are tried apart
  // from the others, side by side, by halves of the fixes of each.
  Status try_all(FixOutcome& outcome) {
    std::vector<Batch> waiting = {candidates(outcome.checked)};
    while (!waiting.empty() && checks_ < kMaxChecks) {
      const Batch batch = std::move(waiting.back());
      waiting.pop_back();
      const Trial first = plan(outcome.checked, batch);
      if (first.mended.empty()) continue;
      const auto excess = attempt(outcome, first);
      if (!excess) return excess.error();
      if (excess->empty()) continue;
      auto [troubled, others] = parted(batch, *excess);
      if (troubled.empty()) std::tie(troubled, others) = halves(others);
      if (others.empty() && one_each(troubled)) {
        refuse(outcome, first, *excess);
      } else if (others.empty()) {
        std::tie(troubled, others) = halves_of_files(troubled);
        waiting.push_back(std::move(others));
        waiting.push_back(std::move(troubled));
      } else {
        waiting.push_back(std::move(troubled));
        waiting.push_back(std::move(others));
      }
    }
    outcome.complete = waiting.empty();
    return Done{};
  }

  using Batches = std::pair<Batch, Batch>;

  // The fixes of files that have an excess, and the rest.
  static Batches parted(const Batch& batch, const Concerns& excess) {
    std::set<std::string_view> paths;
    for (const auto& [concern, number] : excess) paths.insert(std::get<1>(concern));
    Batches parts;
    for (const FixKey& key : batch) {
      (paths.contains(key.path) ? parts.first : parts.second).push_back(key);
    }
    return parts;
  }

  static Batches halves(const Batch& batch) {
    const auto middle = batch.begin() + static_cast<std::ptrdiff_t>((batch.size() + 1) / 2);
    return {{batch.begin(), middle}, {middle, batch.end()}};
  }

  static std::map<std::string_view, std::size_t> sizes(const Batch& batch) {
    std::map<std::string_view, std::size_t> by_path;
    for (const FixKey& key : batch) ++by_path[key.path];
    return by_path;
  }

  static bool one_each(const Batch& batch) {
    return std::ranges::all_of(sizes(batch), [](const auto& file) { return file.second == 1; });
  }

  static Batches halves_of_files(const Batch& batch) {
    const auto of_file = sizes(batch);
    std::map<std::string_view, std::size_t> seen;
    Batches parts;
    for (const FixKey& key : batch) {
      const bool early = 2 * seen[key.path]++ < of_file.at(key.path);
      (early ? parts.first : parts.second).push_back(key);
    }
    return parts;
  }

  void refuse(FixOutcome& outcome, const Trial& trial, const Concerns& excess) {
    for (const Diagnostic& finding : trial.mended) {
      if (!refused_.insert(key_of(finding)).second) continue;
      outcome.left_out.push_back(finding);
      outcome.obstacles.push_back(codes_of(excess, finding.path));
    }
  }

  // Each once. Those of the file itself, or else all.
  static std::string codes_of(const Concerns& excess, const std::string& path) {
    std::set<std::string> own;
    std::set<std::string> all;
    for (const auto& [concern, number] : excess) {
      all.insert(std::get<0>(concern));
      if (std::get<1>(concern) == path) own.insert(std::get<0>(concern));
    }
    const std::set<std::string>& codes = own.empty() ? all : own;
    return join(std::vector<std::string>(codes.begin(), codes.end()), ", ");
  }

  // Makes the edits of `first` if they are an improvement, alone or with the fixes of what they
  // bring to light: a link that is mended may turn out to have a misspelt anchor. Else returns the
  // findings that stand in the way.
  Result<Concerns> attempt(FixOutcome& outcome, const Trial& first) {
    FileBytes overlay = outcome.after;
    std::vector<Trial> steps = {first};
    Concerns excess;
    while (steps.size() <= kMaxSteps) {
      for (const auto& [path, bytes] : steps.back().after) overlay[path] = bytes;
      ++checks_;
      auto next = check_(overlay);
      if (!next) return next.error();
      excess = excess_of(outcome.checked, first, *next);
      if (excess.empty()) {
        accept(outcome, steps, std::move(overlay), *std::move(next));
        return excess;
      }
      steps.push_back(plan(*next, follow_ups(*next, excess)));
      if (steps.back().mended.empty()) break;
    }
    return excess;
  }

  Batch follow_ups(const CheckedCorpus& checked, const Concerns& excess) const {
    std::set<FixKey> keys;
    for (const Diagnostic& found : checked.diagnostics) {
      if (is_candidate(found) && excess.contains(concern_of(found))) {
        keys.insert(key_of(found));
      }
    }
    return {keys.begin(), keys.end()};
  }

  bool is_candidate(const Diagnostic& found) const {
    return found.fix && wanted_(found) && !refused_.contains(key_of(found));
  }

  Batch candidates(const CheckedCorpus& checked) const {
    std::set<FixKey> keys;
    for (const Diagnostic& found : checked.diagnostics) {
      if (is_candidate(found)) keys.insert(key_of(found));
    }
    return {keys.begin(), keys.end()};  // sorted by rule, then path
  }

  Trial plan(const CheckedCorpus& checked, const Batch& batch) const {
    std::map<std::string, std::vector<const Diagnostic*>> by_file;
    for (const Diagnostic& found : checked.diagnostics) {
      if (is_candidate(found) && std::ranges::binary_search(batch, key_of(found))) {
        by_file[found.path].push_back(&found);
      }
    }
    Trial trial;
    for (const auto& [path, fixes] : by_file) {
      const Index page = find_page(checked.corpus, path);
      if (page == kNone) continue;  // no document: owners.yaml, say
      const SourceFile& source = checked.corpus.source_of(checked.corpus.pages[page]);
      FileEdits edits = merge_fixes(source, fixes);
      for (const Diagnostic* finding : edits.mended) trial.mended.push_back(*finding);
      trial.before[path] = source.bytes();
      trial.after[path] = std::move(edits.bytes);
    }
    return trial;
  }

  // What is there although it should be gone, or has come: nothing, if `trial` is an improvement.
  static Concerns excess_of(const CheckedCorpus& before, const Trial& trial,
                            const CheckedCorpus& after) {
    Concerns allowed = count(before.diagnostics);
    for (const Diagnostic& mended : trial.mended) --allowed[concern_of(mended)];
    Concerns excess;
    for (const auto& [concern, number] : count(after.diagnostics)) {
      const auto found = allowed.find(concern);
      const std::size_t most = found == allowed.end() ? 0 : found->second;
      if (number > most) excess[concern] = number - most;
    }
    return excess;
  }

  static void accept(FixOutcome& outcome, const std::vector<Trial>& steps, FileBytes overlay,
                     CheckedCorpus checked) {
    for (const Trial& step : steps) {
      for (const auto& [path, bytes] : step.before) outcome.before.try_emplace(path, bytes);
      std::ranges::copy(step.mended, std::back_inserter(outcome.applied));
    }
    outcome.after = std::move(overlay);
    outcome.checked = std::move(checked);
  }

  static void drop_unchanged(FixOutcome& outcome) {
    std::erase_if(outcome.after,
                  [&](const auto& file) { return outcome.before.at(file.first) == file.second; });
    std::erase_if(outcome.before,
                  [&](const auto& file) { return !outcome.after.contains(file.first); });
    std::ranges::stable_sort(outcome.applied, {}, &Diagnostic::path);
  }

  const CheckOverlay& check_;
  const Wanted& wanted_;
  std::set<FixKey> refused_;
  int checks_ = 0;
};

}  // namespace

Result<FixOutcome> apply_fixes(const CheckOverlay& check, const Wanted& wanted) {
  return FixRounds(check, wanted).run();
}

}  // namespace runbookc
