// Where the processor's time of a run goes, by stage: what `--profile` prints.
//
// A StageScope marks a stage. It counts only while a StageClock is counting, and costs one look at
// a pointer otherwise. Nothing here reads a clock: who makes a StageClock hands in how.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace runbookc {

// In the order of a run.
enum class Stage : std::uint8_t {
  read,
  cache,
  text,
  front_matter,
  markdown,
  commands,
  shell,
  link,
  schema,
  rules,
  report,
  plan,
  search,
  pages,
  templates,
  data,
  write,
};
inline constexpr std::size_t kStages = 17;

std::string_view stage_name(Stage stage);  // "front matter", for people

// Thread-safe.
class StageClock {
 public:
  // The time that the calling thread has taken of a processor, in nanoseconds.
  using Reader = std::uint64_t (*)();
  explicit StageClock(Reader read) : read_(read) {}

  std::uint64_t now() const { return read_(); }
  void add(Stage stage, std::uint64_t nanoseconds);
  // Of all threads together, in the scopes that have ended.
  std::uint64_t spent(Stage stage) const;

 private:
  Reader read_;
  std::array<std::atomic<std::uint64_t>, kStages> spent_{};
};

// Scopes that are entered from now on count for `clock`, which outlives them; null: for none. To be
// called while no other thread is in a scope.
void count_stages(StageClock* clock);

// The stage of the calling thread while it lives. One within another stops the outer one's time, so
// that no time counts twice.
class StageScope {
 public:
  explicit StageScope(Stage stage);
  // Goes on with `outer`, a scope of another thread that waits for this one; null: does nothing.
  explicit StageScope(const StageScope* outer);
  ~StageScope();
  StageScope(const StageScope&) = delete;
  StageScope& operator=(const StageScope&) = delete;

  // Of the calling thread; null where nothing counts.
  static const StageScope* innermost();

 private:
  void enter(StageClock& clock, Stage stage);

  StageClock* clock_ = nullptr;
  StageScope* outer_ = nullptr;
  Stage stage_ = Stage::read;
  std::uint64_t since_ = 0;
};

}  // namespace runbookc
