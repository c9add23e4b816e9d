#include "shell/template_tag.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::size_t kLongest = 120;

struct Marks {
  std::string_view open;
  std::string_view close;
};

// A mark goes before one that it begins with.
constexpr std::array<Marks, 5> kMarks = {
    {{"<%=", "%>"}, {"<%", "%>"}, {"{{<", ">}}"}, {"{{%", "%}}"}, {"{{ ", " }}"}}};

const Marks* marks_of(std::string_view text) {
  const auto* const found = std::ranges::find_if(
      kMarks, [text](const Marks& marks) { return text.starts_with(marks.open); });
  return found == kMarks.end() ? nullptr : found;
}

bool is_keyword(std::string_view word) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"block", "break", "continue", "define", "else", "end", "if", "range", "template", "with"});
  return std::ranges::find(kWords, word) != kWords.end();
}

// Of `{{ x }}` and `{{ .Values.x }}`, which Go's templates and others write, too.
bool reads_as_value(std::string_view content) {
  const std::string_view word = content.substr(0, content.find(' '));
  const std::size_t name = word.starts_with('.') ? 1 : 0;
  return name < word.size() && is_letter(word[name]) && !is_keyword(word) &&
         content.find_first_of("{}") == std::string_view::npos;
}

}  // namespace

std::size_t template_tag_size(std::string_view text) {
  const Marks* marks = marks_of(text);
  if (marks == nullptr) return 0;
  std::string_view rest = text.substr(marks->open.size(), kLongest);
  rest = rest.substr(0, rest.find('\n'));
  rest = rest.substr(0, rest.find(marks->open));
  const std::size_t close = rest.find(marks->close);
  if (close == std::string_view::npos) return 0;
  const std::string_view content = trim(rest.substr(0, close));
  if (content.empty() || (marks->open == "{{ " && !reads_as_value(content))) return 0;
  return marks->open.size() + close + marks->close.size();
}

std::string_view template_tag_content(std::string_view tag) {
  const Marks* marks = marks_of(tag);
  if (marks == nullptr) return tag;
  tag.remove_prefix(marks->open.size());
  return trim(tag.substr(0, tag.rfind(marks->close)));
}

}  // namespace runbookc
