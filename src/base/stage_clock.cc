#include "base/stage_clock.h"

#include <utility>

namespace runbookc {
namespace {

// Scopes stand in every layer, and to hand a clock down to each would cost more than they tell.
constinit StageClock* counting = nullptr;
constinit thread_local StageScope* current = nullptr;

}  // namespace

std::string_view stage_name(Stage stage) {
  static constexpr std::array<std::string_view, kStages> kNames = {"walk and read",
                                                                   "cache",
                                                                   "text and secrets",
                                                                   "front matter",
                                                                   "Markdown",
                                                                   "commands",
                                                                   "shell grammar",
                                                                   "link",
                                                                   "schema validation",
                                                                   "rules",
                                                                   "report",
                                                                   "plan",
                                                                   "search index",
                                                                   "pages",
                                                                   "templates",
                                                                   "JSON and other data",
                                                                   "write"};
  return kNames[static_cast<std::size_t>(stage)];
}

void StageClock::add(Stage stage, std::uint64_t nanoseconds) {
  spent_[static_cast<std::size_t>(stage)].fetch_add(nanoseconds, std::memory_order_relaxed);
}

std::uint64_t StageClock::spent(Stage stage) const {
  return spent_[static_cast<std::size_t>(stage)].load(std::memory_order_relaxed);
}

void count_stages(StageClock* clock) { counting = clock; }

StageScope::StageScope(Stage stage) {
  if (counting != nullptr) enter(*counting, stage);
}

StageScope::StageScope(const StageScope* outer) {
  if (outer != nullptr) enter(*outer->clock_, outer->stage_);
}

void StageScope::enter(StageClock& clock, Stage stage) {
  clock_ = &clock;
  stage_ = stage;
  outer_ = std::exchange(current, this);
  since_ = clock.now();
  if (outer_ != nullptr) clock.add(outer_->stage_, since_ - outer_->since_);
}

StageScope::~StageScope() {
  if (clock_ == nullptr) return;
  const std::uint64_t now = clock_->now();
  clock_->add(stage_, now - since_);
  if (outer_ != nullptr) outer_->since_ = now;
  current = outer_;
}

const StageScope* StageScope::innermost() { return current; }

}  // namespace runbookc
