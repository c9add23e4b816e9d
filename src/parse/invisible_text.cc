#include "parse/invisible_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/unicode.h"
#include "parse/text_scan.h"

namespace runbookc {
namespace {

constexpr std::size_t kMostProblems = 1000;  // in one document; the last one counts the rest

struct Named {
  char32_t first;
  char32_t last;
  std::string_view name;
};
constexpr std::array<Named, 17> kInvisible = {{
    {0x0000, 0x0008, "control character"},
    {0x000B, 0x000C, "control character"},
    {0x000E, 0x001F, "control character"},
    {0x007F, 0x009F, "control character"},
    {0x00AD, 0x00AD, "soft hyphen"},
    {0x061C, 0x061C, "direction mark"},
    {0x180E, 0x180E, "vowel separator"},
    {0x200B, 0x200B, "zero-width space"},
    {0x200C, 0x200C, "zero-width non-joiner"},
    {0x200D, 0x200D, "zero-width joiner"},
    {0x200E, 0x200F, "direction mark"},
    {0x202A, 0x202E, "bidirectional control"},
    {0x2060, 0x2060, "word joiner"},
    {0x2061, 0x2064, "invisible operator"},
    {0x2066, 0x2069, "bidirectional control"},
    {0xE0000, 0xE007F, "tag character"},
    {0xFEFF, 0xFEFF, "byte-order mark"},
}};

const Named* find_named(char32_t c) {
  for (const Named& named : kInvisible)
    if (c >= named.first && c <= named.last) return &named;
  return nullptr;
}

bool within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// Arabic, Syriac, Thaana, N'Ko, Indic, Tibetan, Myanmar, Khmer, Mongolian.
bool needs_joiners(char32_t c) {
  return within(c, 0x0600, 0x08FF) || within(c, 0x0900, 0x0DFF) || within(c, 0x0F00, 0x109F) ||
         within(c, 0x1780, 0x18AF) || within(c, 0xFB50, 0xFDFF) || within(c, 0xFE70, 0xFEFC);
}

bool is_right_to_left(char32_t c) {
  return within(c, 0x0590, 0x08FF) || within(c, 0xFB1D, 0xFDFF) || within(c, 0xFE70, 0xFEFC);
}

// Scripts without spaces between words.
bool is_unspaced(char32_t c) {
  return within(c, 0x0E00, 0x0EFF) || within(c, 0x1000, 0x109F) || within(c, 0x1780, 0x17FF);
}

class InvisibleScan {
 public:
  InvisibleScan(const SourceFile& file, std::span<const ByteRange> skipped)
      : file_(file), text_(file.bytes()), skipped_(skipped) {}

  std::vector<Problem> run() {
    while (at_ < text_.size()) {
      const std::size_t start = next_unusual();
      if (start != at_) previous_ = static_cast<unsigned char>(text_[start - 1]);
      at_ = start;
      if (at_ < text_.size()) step();
    }
    finish_run();
    if (more_ > 0) problems_.back().message += fmt::format(" ({} more in this file)", more_);
    return std::move(problems_);
  }

 private:
  // Control characters are so rare that most files are looked through for them once.
  std::size_t next_unusual() {
    if (next_control_ < at_ || at_ == 0) next_control_ = next_control(text_, at_);
    return std::min(next_control_, next_non_ascii(text_.substr(0, next_control_), at_));
  }

  void step() {
    const CodePoint point = decode_utf8(text_.substr(at_));
    const Named* named = find_named(point.value);
    if (named && !skipped() && !is_needed(point)) {
      if (run_count_ > 0 && run_end_ != at_) finish_run();
      if (run_count_++ == 0) {
        run_begin_ = at_;
        run_first_ = named;
        run_character_ = point.value;
      }
      run_end_ = at_ + point.size;
    } else {
      previous_ = point.value;
    }
    at_ += point.size;
  }

  bool skipped() {
    while (next_skipped_ < skipped_.size() && skipped_[next_skipped_].end <= at_) ++next_skipped_;
    return next_skipped_ < skipped_.size() && skipped_[next_skipped_].begin <= at_;
  }

  bool is_needed(const CodePoint& point) const {
    const std::size_t after = at_ + point.size;
    const char32_t next = after < text_.size() ? decode_utf8(text_.substr(after)).value : 0;
    switch (point.value) {
      case 0x200C:
        return needs_joiners(previous_);
      case 0x200D:
        return needs_joiners(previous_) || (is_emoji(previous_) && is_emoji(next));
      case 0x200B:
        return is_unspaced(previous_) || is_unspaced(next);
      case 0x061C:
      case 0x200E:
      case 0x200F:
        return is_right_to_left(previous_) || is_right_to_left(next);
      default:
        return within(point.value, 0xE0020, 0xE007F) &&
               (previous_ == 0x1F3F4 || within(previous_, 0xE0020, 0xE007F));
    }
  }

  void finish_run() {
    if (run_count_ == 0) return;
    if (problems_.size() < kMostProblems)
      problems_.push_back(make_problem());
    else
      ++more_;
    run_count_ = 0;
  }

  Problem make_problem() const {
    const ByteRange range{static_cast<std::uint32_t>(run_begin_),
                          static_cast<std::uint32_t>(run_end_)};
    const std::string code = fmt::format("U+{:04X}", static_cast<std::uint32_t>(run_character_));
    const std::string what = run_count_ == 1
                                 ? fmt::format("invisible {} ({})", run_first_->name, code)
                                 : fmt::format("{} invisible characters, the first a {} ({})",
                                               run_count_, run_first_->name, code);
    return {.kind = ProblemKind::invisible_character,
            .span = file_.span(range),
            .message = what,
            .help = run_count_ == 1 ? "remove it" : "remove them",
            .subject = std::string(text_.substr(range.begin, range.size())),
            .replacement = {},
            .has_replacement = true};
  }

  const SourceFile& file_;
  std::string_view text_;
  std::span<const ByteRange> skipped_;
  std::size_t next_skipped_ = 0;
  std::size_t at_ = 0;
  std::size_t next_control_ = 0;
  char32_t previous_ = 0;
  std::size_t run_begin_ = 0, run_end_ = 0, run_count_ = 0;
  const Named* run_first_ = nullptr;
  char32_t run_character_ = 0;
  std::vector<Problem> problems_;
  std::size_t more_ = 0;
};

}  // namespace

std::vector<Problem> find_invisible_text(const SourceFile& file,
                                         std::span<const ByteRange> skipped) {
  return InvisibleScan(file, skipped).run();
}

}  // namespace runbookc
