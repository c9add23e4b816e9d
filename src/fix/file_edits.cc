#include "fix/file_edits.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace runbookc {
namespace {

struct ByteEdit {
  ByteRange range;
  std::string text;

  bool inserts() const { return range.begin == range.end; }
};

// The line ending that is used at `offset`: of its line, else of the one before.
std::string_view line_ending_at(std::string_view bytes, std::size_t offset) {
  std::size_t end = bytes.find('\n', offset);
  if (end == std::string_view::npos) end = bytes.substr(0, offset).rfind('\n');
  const bool is_pair = end != std::string_view::npos && end > 0 && bytes[end - 1] == '\r';
  return is_pair ? "\r\n" : "\n";
}

// Rules write LF; what goes into a file has that file's line endings.
std::string with_endings(std::string_view text, std::string_view ending) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_pair = i > 0 && text[i - 1] == '\r';
    if (text[i] == '\n' && !is_pair) {
      out += ending;
    } else {
      out += text[i];
    }
  }
  return out;
}

// Edits that do not touch each other.
class EditSet {
 public:
  bool holds(const ByteEdit& edit) const {
    const auto [first, last] = edits_.equal_range(edit.range.begin);
    return std::any_of(first, last, [&](const auto& entry) {
      return entry.second.range == edit.range && entry.second.text == edit.text;
    });
  }

  // Whether the edit touches nothing here. Two insertions at one place do not touch; an insertion
  // at the edge of a replacement does, since which of the two comes first is anybody's guess.
  bool has_room_for(const ByteEdit& edit) const {
    auto next = edits_.lower_bound(edit.range.begin);
    if (next != edits_.begin() && std::prev(next)->second.range.end >= edit.range.begin) {
      return false;
    }
    for (; next != edits_.end() && next->first <= edit.range.end; ++next) {
      const bool both_insert = edit.inserts() && next->second.inserts();
      if (!both_insert || next->first != edit.range.begin) return false;
    }
    return true;
  }

  void add(const ByteEdit& edit) { edits_.emplace(edit.range.begin, edit); }

  std::string apply(std::string_view bytes) const {
    std::string out;
    std::size_t copied = 0;
    for (const auto& [begin, edit] : edits_) {
      out += bytes.substr(copied, begin - copied);
      out += edit.text;
      copied = edit.range.end;
    }
    out += bytes.substr(copied);
    return out;
  }

 private:
  std::multimap<std::uint32_t, ByteEdit> edits_;  // equal keys stay in the order added
};

}  // namespace

FileEdits merge_fixes(const SourceFile& source, const std::vector<const Diagnostic*>& findings) {
  EditSet edits;
  FileEdits outcome;
  for (const Diagnostic* finding : findings) {
    std::vector<ByteEdit> fresh;
    for (const Edit& edit : finding->fix->edits) {
      const ByteRange range = source.bytes_of(edit.range);
      const std::string_view ending = line_ending_at(source.bytes(), range.begin);
      const ByteEdit made{.range = range, .text = with_endings(edit.text, ending)};
      if (!edits.holds(made)) fresh.push_back(made);
    }
    const bool fits =
        std::ranges::all_of(fresh, [&](const ByteEdit& edit) { return edits.has_room_for(edit); });
    if (!fits) continue;
    for (const ByteEdit& edit : fresh) edits.add(edit);
    outcome.mended.push_back(finding);
  }
  outcome.bytes = edits.apply(source.bytes());
  return outcome;
}

}  // namespace runbookc
