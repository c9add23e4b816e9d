#include "emit/template_source.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/near_miss.h"
#include "base/text.h"
#include "emit/template_tag.h"

namespace runbookc {

namespace {

constexpr std::size_t kMaxDepth = 16;
constexpr std::size_t kMaxExpanded = 1 << 20;
constexpr std::string_view kWord = "word.";

// What stood before a line of a stripped text.
struct LineOrigin {
  std::uint32_t number = 0;  // of the line in its file, 1-based
  std::uint32_t indent = 0;  // bytes of white space
};

// A template's text without indentation and empty lines.
struct Stripped {
  std::string text;
  std::vector<LineOrigin> lines;
};

// A template that is being written into the result, up to `at`.
struct Open {
  std::string name;
  std::string text;
  std::vector<LineOrigin> lines;
  std::size_t at = 0;
  std::size_t sections = 0;  // that were open when it began
};

Stripped without_indentation(std::string_view text) {
  Stripped out;
  std::uint32_t number = 0;
  for (const std::string_view line : split_lines(text)) {
    ++number;
    const std::string_view rest = trim_start(line);
    if (rest.empty()) continue;
    out.text.append(rest) += '\n';
    out.lines.push_back({number, static_cast<std::uint32_t>(line.size() - rest.size())});
  }
  return out;
}

std::string path_of(std::string_view name) {
  return "templates/" + std::string(name) + ".mustache";
}

// Where `at` of the text is in the template's file; its end is on its last line.
FilePlace place_in(const Open& open) {
  const std::string_view before = std::string_view(open.text).substr(0, open.at);
  const auto line = static_cast<std::size_t>(std::ranges::count(before, '\n'));
  if (line >= open.lines.size()) {
    return {path_of(open.name), open.lines.empty() ? 1 : open.lines.back().number, 1};
  }
  const std::string_view left = before.substr(before.rfind('\n') + 1);
  const auto is_start = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
  const auto column = static_cast<std::uint32_t>(std::ranges::count_if(left, is_start));
  const LineOrigin& origin = open.lines[line];
  return {path_of(open.name), origin.number, origin.indent + column + 1};
}

class Expander {
 public:
  Expander(const FindTemplate& find, const Words& words) : find_(find), words_(words) {}

  Result<std::string> run(std::string_view name) {
    if (auto status = enter(name); !status.ok()) return status.error();
    while (!open_.empty()) {
      if (auto status = step(); !status.ok()) return status.error();
      if (out_.size() > kMaxExpanded) return fault("the template is over 1 MiB with its partials");
    }
    return std::move(out_);
  }

 private:
  Error fault(const std::string& fact, std::string help = "") const {
    return {fact, std::move(help), place_in(open_.back())};
  }

  Status enter(std::string_view name) {
    for (const Open& outer : open_) {
      if (outer.name == name)
        return fault("the template includes '" + std::string(name) + "', which is itself");
    }
    auto text = find_(name);
    if (!text && open_.empty())
      return Error{"there is no template '" + std::string(name) + "'", ""};
    if (!text) return fault("there is no partial '" + std::string(name) + "'");
    Stripped stripped = without_indentation(*text);
    open_.push_back({std::string(name), std::move(stripped.text), std::move(stripped.lines), 0,
                     sections_.size()});
    return Done{};
  }

  Status step() {
    Open& top = open_.back();
    const auto tag = next_template_tag(top.text, top.at);
    out_.append(top.text, top.at, tag ? tag->begin - top.at : std::string::npos);
    if (!tag) return leave();
    top.at = tag->begin;
    if (tag->end == std::string_view::npos) return fault("a tag is never closed");
    return apply(*tag);
  }

  Status apply(const TemplateTag& tag) {
    if (tag.kind == '=') return fault("delimiters cannot be changed");
    if (tag.kind == '!') return advance(tag.end);
    if (tag.name.empty()) return fault("a tag has no name");
    if (tag.kind == '>') return include(std::string(tag.name), tag.end);
    if (tag.kind == 0 && tag.name.starts_with(kWord)) return write_word(tag.name, tag.end);
    if (tag.kind == '#' || tag.kind == '^') {
      if (auto status = begin_section(tag); !status.ok()) return status;
    }
    if (tag.kind == '/') {
      if (sections_.size() <= open_.back().sections || sections_.back() != tag.name) {
        return fault("'{{/" + std::string(tag.name) + "}}' closes no section that is open here");
      }
      sections_.pop_back();
    }
    out_.append(open_.back().text, tag.begin, tag.end - tag.begin);
    return advance(tag.end);
  }

  Status begin_section(const TemplateTag& tag) {
    if (std::ranges::find(sections_, tag.name) != sections_.end() && tag.kind == '#') {
      return fault("section '" + std::string(tag.name) + "' stands inside itself");
    }
    if (sections_.size() == kMaxDepth) return fault("sections are nested too deeply");
    sections_.emplace_back(tag.name);
    return Done{};
  }

  Status include(const std::string& name, std::size_t next) {
    if (open_.size() == kMaxDepth) return fault("partials are nested too deeply");
    const std::size_t includer = open_.size() - 1;
    if (auto status = enter(name); !status.ok()) return status;
    open_[includer].at = next;
    return Done{};
  }

  Status write_word(std::string_view name, std::size_t next) {
    const std::string key(name.substr(kWord.size()));
    if (!words_.has(key)) {
      std::vector<std::string> known;
      for (const auto& [word, unused] : words_.all()) known.push_back(word);
      const auto meant = near_miss(key, known);
      return fault("there is no word '" + key + "'",
                   meant ? "did you mean '{{word." + *meant + "}}'?" : "");
    }
    append_escaped_html(out_, words_.text(key));
    return advance(next);
  }

  Status advance(std::size_t next) {
    open_.back().at = next;
    return Done{};
  }

  Status leave() {
    open_.back().at = open_.back().text.size();
    if (sections_.size() != open_.back().sections) {
      return fault("section '" + sections_.back() + "' is never closed");
    }
    open_.pop_back();
    // A partial's last line ending is its file's, not its text's.
    if (!open_.empty() && out_.ends_with('\n')) out_.pop_back();
    return Done{};
  }

  const FindTemplate& find_;
  const Words& words_;
  std::vector<Open> open_;
  std::vector<std::string> sections_;
  std::string out_;
};

}  // namespace

Result<std::string> expand_template(std::string_view name, const FindTemplate& find,
                                    const Words& words) {
  return Expander(find, words).run(name);
}

}  // namespace runbookc
