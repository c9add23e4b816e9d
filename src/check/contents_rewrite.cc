#include "check/contents_rewrite.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string>

#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::string_view kDigits = "0123456789";

// What stands before an entry's link: "  - ", "1. ".
struct Marker {
  std::string before;  // the number
  std::string after = {};
  int number = 0;       // of the first entry of this depth; 0: a bullet
  bool counts = false;  // the numbers go up
};

class Rewriter {
 public:
  Rewriter(const PageContext& context, const ContentsList& contents)
      : context_(context), contents_(contents) {}

  std::optional<Edit> run(std::span<const Index> sections) {
    if (contents_.lists.size() != 1 || contents_.generated || !is_plain()) {
      return std::nullopt;
    }
    const Span first = link_of(contents_.entries.front()).span;
    const Span last = link_of(contents_.entries.back()).span;
    std::string text;
    for (const Index section : sections) {
      if (!fits(section)) {
        return std::nullopt;
      }
      text += text.empty() ? "" : separator_;
      text += line_of(section);
    }
    return Edit{.range = {.start = {first.start.line, 1}, .end = last.end}, .text = text};
  }

 private:
  const Link& link_of(const ContentsEntry& entry) const {
    return context_.document.links[entry.link];
  }

  // Every item is a link to a heading and at most a list of such; deeper for deeper headings.
  bool is_plain() {
    std::map<std::uint8_t, std::size_t> depths;
    for (const ContentsEntry& entry : contents_.entries) {
      if (entry.section == kNone || !is_link_alone(entry)) {
        return false;
      }
      const std::uint8_t level = context_.document.sections[entry.section].level;
      if (depths.try_emplace(level, entry.depth).first->second != entry.depth) {
        return false;
      }
      learn(entry);
    }
    std::size_t rank = 0;
    const bool in_step =
        std::ranges::all_of(depths, [&](const auto& depth) { return depth.second == rank++; });
    depth_of_level_ = std::move(depths);
    return in_step && learn_separator();
  }

  bool is_link_alone(const ContentsEntry& entry) const {
    const std::vector<Block>& blocks = context_.document.blocks;
    const Block& text = blocks[entry.item + 1];
    const Block& item = blocks[entry.item];
    const bool only_list = text.end == item.end || (blocks[text.end].kind == BlockKind::list &&
                                                    blocks[text.end].end == item.end);
    return only_list && !item.task && link_of(entry).kind == LinkKind::inline_link &&
           link_of(entry).span == text.span;
  }

  void learn(const ContentsEntry& entry) {
    const Link& link = link_of(entry);
    const std::string_view line = context_.source.line(link.span.start.line);
    const std::string_view prefix =
        line.substr(0, std::min<std::size_t>(link.span.start.column - 1, line.size()));
    const std::size_t digits = prefix.find_first_of(kDigits);
    const std::size_t end = std::min(prefix.find_first_not_of(kDigits, digits), prefix.size());
    Marker marker{.before = std::string(prefix.substr(0, digits))};
    if (digits != std::string_view::npos) {
      marker.after = prefix.substr(end);
      std::from_chars(prefix.data() + digits, prefix.data() + end, marker.number);
    }
    const auto [known, is_new] = markers_.try_emplace(entry.depth, marker);
    known->second.counts = known->second.counts || known->second.number != marker.number;
    texts_.try_emplace(entry.section, context_.source.text(link.span));
  }

  // Between the first two entries: a line's end, or a blank line too.
  bool learn_separator() {
    const Span first = link_of(contents_.entries[0]).span;
    const Span second = link_of(contents_.entries[1]).span;
    separator_ = context_.source.text({.start = first.end, .end = {second.start.line, 1}});
    return first.end.line != second.start.line && trim(separator_).empty();
  }

  bool fits(Index index) const {
    const Section& section = context_.document.sections[index];
    return depth_of_level_.contains(section.level) &&
           section.anchor.find_first_of("() <>") == std::string::npos;
  }

  std::string line_of(Index index) {
    const Section& section = context_.document.sections[index];
    const std::size_t depth = depth_of_level_.at(section.level);
    const Marker& marker = markers_.at(depth);
    numbers_.erase(numbers_.upper_bound(depth), numbers_.end());
    int& number = numbers_.try_emplace(depth, marker.number).first->second;
    const std::string written = marker.after.empty() ? "" : std::to_string(number) + marker.after;
    number += marker.counts ? 1 : 0;
    const auto known = texts_.find(index);
    return marker.before + written +
           (known != texts_.end()
                ? std::string(known->second)
                : "[" + heading_label(context_, section) + "](#" + section.anchor + ")");
  }

  const PageContext& context_;
  const ContentsList& contents_;
  std::map<std::uint8_t, std::size_t> depth_of_level_;
  std::map<std::size_t, Marker> markers_;  // by depth
  std::map<Index, std::string_view> texts_;
  std::map<std::size_t, int> numbers_;  // the next ones, by depth
  std::string separator_;
};

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\[]`*_<").find(c) != std::string_view::npos) {
      out += '\\';
    }
    out += c;
  }
  return out;
}

}  // namespace

std::optional<Edit> rewrite_contents(const PageContext& context, const ContentsList& contents,
                                     std::span<const Index> sections) {
  return Rewriter(context, contents).run(sections);
}

std::string heading_label(const PageContext& context, const Section& section) {
  std::string_view text = context.source.text(section.span);
  if (text.starts_with('#')) {
    text.remove_prefix(std::min(text.find_first_not_of('#'), text.size()));
    text = trim(text.substr(0, text.find("{#")));
    const std::size_t last = text.find_last_not_of('#');
    if (last != std::string_view::npos && last + 1 < text.size() && text[last] == ' ') {
      text = trim(text.substr(0, last));
    }
  } else {
    text = {};
  }
  const bool simple = !text.empty() && text.find_first_of("[]<\\\n") == std::string_view::npos;
  return simple ? std::string(text) : escaped(section.title);
}

}  // namespace runbookc
